/** One source that was read, and the facts it supports. */
interface Evidence {
  id: string;
  url: string;
  title?: string | null | undefined;
  accessed: string;
  supports: readonly string[];
}

/** Anything whose facts carry their sources: a project, a dataset, a leaderboard. */
export interface Sourced {
  evidence: readonly Evidence[];
}

/** An evidence item with the number that marks it on the page, from 1. */
export interface NumberedEvidence {
  number: number;
  item: Evidence;
}

/** Numbers the evidence of an entry in its own order. */
export function numberedEvidence(entry: Sourced): NumberedEvidence[] {
  return entry.evidence.map((item, i) => ({ number: i + 1, item }));
}

/** Tells whether what a source supports covers a fact, by itself or by its parent (`licenses` for `licenses.code`). */
export function coversFact(supports: readonly string[], fact: string): boolean {
  return supports.some((path) => path === fact || fact.startsWith(`${path}.`));
}

/**
 * Finds the sources of a fact: those that name it, or its parent (`licenses` for `licenses.code`).
 * A parent fact is also supported by sources that name one of its children.
 */
export function evidenceFor(entry: Sourced, fact: string): NumberedEvidence[] {
  return numberedEvidence(entry).filter(
    ({ item: { supports } }) => coversFact(supports, fact) || supports.some((path) => path.startsWith(`${fact}.`)),
  );
}

/** Finds the source that a fact rests on most directly: one that names it, else its parent, else one of its children. */
export function mainEvidence(entry: Sourced, fact: string): NumberedEvidence | undefined {
  const sources = evidenceFor(entry, fact);
  const named = (test: (path: string) => boolean) => sources.find(({ item }) => item.supports.some(test));
  return named((path) => path === fact) ?? named((path) => fact.startsWith(`${path}.`)) ?? sources[0];
}

/** Finds the evidence item that a claim names. */
export function evidenceById(entry: Sourced, id: string): NumberedEvidence | undefined {
  return numberedEvidence(entry).find(({ item }) => item.id === id);
}
