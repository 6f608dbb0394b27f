import { foldName } from '../catalog/names.ts';

/** A page that the full-text index proposes: its names and its text. */
export interface Candidate {
  title: string;
  /** Other names, in any spelling. */
  names: readonly string[];
  /** Everything else that is searched: text, organisation, summary. */
  text: string;
}

/** How well a page fits what was typed; smaller is better. `null`: it does not contain it. */
export type Fit = 0 | 1 | 2 | 3 | 4;

/** Splits a query into the words that must all occur. Chinese runs are cut by the segmenter given, or kept whole. */
export function queryWords(query: string, segment: (text: string) => Iterable<string> = (text) => [text]): string[] {
  return query
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((part) => (/\p{Script=Han}/u.test(part) ? [...segment(part)] : [part]))
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/**
 * Judges how a page fits a query: 0 a name is the query, 1 a name begins with it, 2 a name contains it,
 * 3 the text contains it in one piece, 4 every word of it occurs somewhere. `null` where it does not fit.
 */
export function fitOf(candidate: Candidate, query: string, words: readonly string[]): Fit | null {
  const folded = foldName(query);
  if (folded === '') return null;
  const names = [candidate.title, ...candidate.names].map(foldName);
  if (names.includes(folded)) return 0;
  if (names.some((name) => name.startsWith(folded))) return 1;
  if (names.some((name) => name.includes(folded))) return 2;
  const text = foldName(candidate.text);
  if (text.includes(folded)) return 3;
  const all = [...names, text].join('\n');
  return words.length > 0 && words.every((word) => all.includes(foldName(word))) ? 4 : null;
}

/** Keeps the pages that really contain the query, the best fit first, otherwise in the index's order. */
export function rankCandidates<Item extends Candidate>(
  items: readonly Item[],
  query: string,
  words: readonly string[],
): Item[] {
  return items
    .map((item, i) => ({ item, i, fit: fitOf(item, query, words) }))
    .filter((entry): entry is typeof entry & { fit: Fit } => entry.fit !== null)
    .sort((a, b) => a.fit - b.fit || a.i - b.i)
    .map(({ item }) => item);
}
