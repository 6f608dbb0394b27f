/**
 * Counts the single-letter edits (insert, delete, replace, swap of neighbours) between two strings,
 * giving up with `limit + 1` as soon as more than `limit` are needed (optimal string alignment).
 * Works on UTF-16 units; O(a.length × b.length) at most.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(replaced, last[j]! + 1, row[j - 1]! + 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, beforeLast[j - 2]! + 1);
      row.push(best);
    }
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}

/** Finds the candidate nearest to what was typed, ignoring case, or `undefined` where none is within a third of its length (at least 1, at most 3 edits). */
export function nearest(typed: string, candidates: Iterable<string>): string | undefined {
  const fold = (text: string) => text.toLowerCase().replace(/[\s_.-]+/g, '');
  const query = fold(typed);
  const limit = Math.max(1, Math.min(3, Math.floor(query.length / 3)));
  let found: string | undefined;
  let foundDistance = limit + 1;
  for (const candidate of candidates) {
    const distance = editDistance(query, fold(candidate), limit);
    if (distance < foundDistance) {
      found = candidate;
      foundDistance = distance;
    }
  }
  return found;
}
