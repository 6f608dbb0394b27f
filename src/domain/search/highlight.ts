/** A piece of text, and whether it is what was searched for. */
export interface Piece {
  text: string;
  hit: boolean;
}

/** The pattern made last: a list of results marks the same words in every row. */
let made: { words: readonly string[]; pattern: RegExp | null } | undefined;

function patternOf(words: readonly string[]): RegExp | null {
  if (made?.words === words) return made.pattern;
  const wanted = [...new Set(words.map((word) => word.toLowerCase()))]
    .filter(Boolean)
    .sort((a, b) => b.length - a.length);
  const escaped = wanted.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  made = { words, pattern: escaped.length > 0 ? new RegExp(`(${escaped.join('|')})`, 'gi') : null };
  return made.pattern;
}

/** Cuts a text into pieces, marking every occurrence of the words (case does not matter). */
export function highlight(text: string, words: readonly string[]): Piece[] {
  const pattern = patternOf(words);
  if (!pattern) return [{ text, hit: false }];
  return text
    .split(pattern)
    .map((part, i) => ({ text: part, hit: i % 2 === 1 }))
    .filter(({ text: part }) => part !== '');
}

/** Cuts out about `length` characters around the first occurrence of any of the words, with an ellipsis where cut. */
export function excerpt(text: string, words: readonly string[], length: number): string {
  const clean = text.replace(/\s+/g, ' ').trim();
  const folded = clean.toLowerCase();
  const positions = words.map((word) => folded.indexOf(word.toLowerCase())).filter((position) => position >= 0);
  const first = positions.length > 0 ? Math.min(...positions) : 0;
  const start = Math.max(0, first - Math.floor(length / 4));
  const end = Math.min(clean.length, start + length);
  return `${start > 0 ? '…' : ''}${clean.slice(start, end)}${end < clean.length ? '…' : ''}`;
}
