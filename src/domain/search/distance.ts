/** How near a text begins to what was typed, and how much of the text that takes. */
export interface PrefixDistance {
  /** Edits needed, or `limit + 1`. */
  distance: number;
  /** Letters of the text used. */
  length: number;
}

/** Longest text that {@link boundedDistance} looks at; a name's beginning is shorter. */
const MAX_LENGTH = 128;

/** Rows of the table below, kept between calls: thousands of names are compared at a keystroke. */
const rows = [new Uint8Array(MAX_LENGTH + 2), new Uint8Array(MAX_LENGTH + 2), new Uint8Array(MAX_LENGTH + 2)];

/**
 * Counts the edits (insert, delete, replace, swap of neighbours) that turn `typed` into the nearest beginning of
 * `text`, giving up above `limit`. Of equally near beginnings the longest counts, so that a whole name beats its start.
 * Only cells within `limit` of the diagonal are worked out: the others cost more anyway.
 */
export function boundedDistance(typed: string, text: string, limit: number): PrefixDistance {
  const tooFar = { distance: limit + 1, length: 0 };
  if (typed.length > MAX_LENGTH || typed.length > text.length + limit) return tooFar;
  const width = Math.min(text.length, typed.length + limit);
  let [beforeLast, last, row] = rows as [Uint8Array, Uint8Array, Uint8Array];
  for (let j = 0; j <= width; j++) last[j] = j;
  for (let i = 1; i <= typed.length; i++) {
    const from = Math.max(1, i - limit);
    const to = Math.min(width, i + limit);
    // Beyond the band stands what is too much.
    row[from - 1] = from === 1 ? i : limit + 1;
    let least = row[from - 1]!;
    const letter = typed.charCodeAt(i - 1);
    for (let j = from; j <= to; j++) {
      const replaced = last[j - 1]! + (letter === text.charCodeAt(j - 1) ? 0 : 1);
      const removed = j === i + limit ? limit + 1 : last[j]! + 1;
      let best = Math.min(replaced, removed, row[j - 1]! + 1);
      if (i > 1 && j > 1 && letter === text.charCodeAt(j - 2) && typed.charCodeAt(i - 2) === text.charCodeAt(j - 1))
        best = Math.min(best, beforeLast[j - 2]! + 1);
      row[j] = best;
      if (best < least) least = best;
    }
    if (least > limit) return tooFar;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  let distance = limit + 1;
  let length = 0;
  for (let j = Math.max(0, typed.length - limit); j <= width; j++)
    if (last[j]! <= distance) {
      distance = last[j]!;
      length = j;
    }
  return distance > limit ? tooFar : { distance, length };
}

/** The bit of a letter or pair of digits; other characters have none. */
function bitOf(code: number): number {
  if (code >= 97 && code <= 122) return 1 << (code - 97);
  return code >= 48 && code <= 57 ? 1 << (26 + (code - 48) / 2) : 0;
}

/** A bit for each letter and pair of digits that occurs, for {@link lacking}. */
export function letterMask(text: string): number {
  let mask = 0;
  for (let i = 0; i < text.length; i++) mask |= bitOf(text.charCodeAt(i));
  return mask;
}

/** The bits of what occurs more than `limit` times: a text without any of those is more than `limit` edits away. */
export function repeatedMask(text: string, limit: number): number {
  let mask = 0;
  const counts: Record<number, number> = {};
  for (let i = 0; i < text.length; i++) {
    const bit = bitOf(text.charCodeAt(i));
    counts[bit] = (counts[bit] ?? 0) + 1;
    if (counts[bit] > limit) mask |= bit;
  }
  return mask;
}

/** Counts the letters of one text, as bits, that do not occur in the other: each needs an edit of its own. */
export function lacking(wanted: number, letters: number): number {
  let bits = wanted & ~letters;
  let count = 0;
  for (; bits !== 0; bits &= bits - 1) count++;
  return count;
}
