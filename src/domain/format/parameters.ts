const SUFFIX = { K: 1e3, M: 1e6, B: 1e9, T: 1e12 } as const;

/**
 * Reads a parameter count as the field writes it (`6.2B`) into an integer count (6 200 000 000).
 * Throws a RangeError where the text has another form; authored content is checked before it comes here.
 */
export function parseParameters(text: string): number {
  const match = /^(\d+(?:\.\d+)?)([KMBT])$/.exec(text);
  if (!match) throw new RangeError(`Not a parameter count: ${text}`);
  return Math.round(Number(match[1]) * SUFFIX[match[2] as keyof typeof SUFFIX]);
}

/** Drops needless zeros from a number shown with at most `digits` decimals. */
function trim(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}

/** Writes a parameter count in the field's short form: 6.2B, 405M. */
export function shortParameters(count: number): string {
  if (count >= 1e12) return `${trim(count / 1e12, 2)}T`;
  if (count >= 1e9) return `${trim(count / 1e9, 2)}B`;
  if (count >= 1e6) return `${trim(count / 1e6, 1)}M`;
  return `${trim(count / 1e3, 1)}K`;
}

/** Writes a parameter count in Chinese units: 62 亿, 4.05 亿, 7700 万, 1.5 万亿. */
export function chineseParameters(count: number): string {
  if (count >= 1e12) return `${trim(count / 1e12, 2)} 万亿`;
  if (count >= 1e8) return `${trim(count / 1e8, 2)} 亿`;
  return `${trim(count / 1e4, 1)} 万`;
}

/** Writes the span of several counts in the short form: `7B`, `7B–65B`. Empty for an empty list. */
export function parameterSpan(counts: readonly number[]): string {
  if (counts.length === 0) return '';
  const low = shortParameters(Math.min(...counts));
  const high = shortParameters(Math.max(...counts));
  return low === high ? low : `${low}–${high}`;
}
