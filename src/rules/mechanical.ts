/** Folds what people write differently without meaning something else: case, blanks, hyphens, underscores. */
const fold = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, '');

/** Of several words, the one that a text is but for case and separators; undefined where none or several are. */
export function sameWord(text: string, words: readonly string[]): string | undefined {
  const same = words.filter((word) => fold(word) === fold(text));
  return same.length === 1 && same[0] !== text ? same[0] : undefined;
}

const two = (text: string) => text.padStart(2, '0');

/** Writes a date as ISO 8601 does: `2023/3/14`, `2023.03.14`, `2023年3月14日`, `2023-3`. Undefined where it is none. */
function isoDate(text: string): string | undefined {
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*日?|\s*月)?$/.exec(text.trim());
  if (!match) return undefined;
  const [, year = '', month = '', day] = match;
  return day === undefined ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}

/** Writes a parameter count as the schema wants it: `6.2b`, `6.2 B`, `62亿`. */
function parameterSize(text: string): string | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*(k|m|b|t|亿|万)(?:参数)?$/i.exec(text.trim());
  if (!match) return undefined;
  const [, count = '', unit = ''] = match;
  const plain = (value: number) => String(Number(value.toPrecision(12)));
  if (unit === '亿') return `${plain(Number(count) / 10)}B`;
  if (unit === '万') return `${plain(Number(count) / 100)}M`;
  return `${count}${unit.toUpperCase()}`;
}

/** An address as its canonical form has it: https, no blanks around. */
function address(text: string): string | undefined {
  const trimmed = text.trim();
  if (/^http:\/\/(?:www\.)?(?:github\.com|huggingface\.co|arxiv\.org)\//i.test(trimmed))
    return trimmed.replace(/^http:\/\/(?:www\.)?/i, 'https://');
  return /^(?:www\.)?(?:github\.com|huggingface\.co|arxiv\.org)\/\S+$/i.test(trimmed)
    ? `https://${trimmed.replace(/^www\./i, '')}`
    : undefined;
}

/** A whole number that was written as text or with separators: `'2048'`, `2,048`. */
function wholeNumber(text: string): number | undefined {
  const plain = text.trim().replace(/(?<=\d)[,_，](?=\d{3}\b)/g, '');
  return /^\d+$/.test(plain) ? Number(plain) : undefined;
}

/** What a refused value may have been meant as, each without deciding anything; the schema says which it accepts. */
export function candidates(value: unknown): unknown[] {
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'string') return typeof value === 'object' || value === null ? [] : [String(value)];
  return [isoDate(value), parameterSize(value), address(value), wholeNumber(value), value.trim()].filter(
    (candidate) => candidate !== undefined && candidate !== value,
  );
}
