import type { Catalog, LineageEdge, Project } from '../catalog/model.ts';
import type { Child } from '../lineage/tree.ts';
import { inheritsWeights } from '../licensing/weights.ts';

/** Two entries that readers would hold against each other; the ids in alphabetical order, so that the address stays. */
export interface Pair {
  first: Project;
  second: Project;
}

/** How many pairs have a page of their own, and how many of them one entry may be in. */
const PAIRS = 36;
const PAIRS_OF_ONE = 3;

interface Candidate extends Pair {
  /** How many entries were made directly from the less and from both. */
  lesser: number;
  both: number;
}

const bases = ({ lineage }: Project): string[] =>
  (lineage ?? []).filter(({ relation }: LineageEdge) => inheritsWeights(relation)).map(({ from }) => from);

/** Tells whether readers would choose between two: one succeeds the other, or they are of one category, kind and base. */
function isAlternative(a: Project, b: Project): boolean {
  if (a.status.state === 'hoax' || b.status.state === 'hoax') return false;
  if (a.status.by === b.id || b.status.by === a.id) return true;
  if (a.kind !== b.kind || a.categories[0] !== b.categories[0]) return false;
  const [ofA, ofB] = [bases(a), bases(b)];
  const areFromScratch = a.lineage !== null && b.lineage !== null && ofA.length === 0 && ofB.length === 0;
  return areFromScratch || ofA.some((base) => ofB.includes(base));
}

/**
 * Chooses the pairs that have a page. Candidates are entries of which one succeeds the other, or of the same main
 * category and kind with the same base (an upstream whose weights they carry on, or none: both trained from scratch).
 * Those come first whose less popular half most was made from directly, then both together, then by id; an entry is
 * in {@link PAIRS_OF_ONE} at most, and {@link PAIRS} are taken. Sorted by the ids.
 */
export function popularPairs(catalog: Catalog, children: (id: string) => readonly Child[]): Pair[] {
  const projects = [...catalog.projects].sort((a, b) => (a.id < b.id ? -1 : 1));
  const candidates = projects.flatMap((first, i) =>
    projects.slice(i + 1).flatMap((second): Candidate[] => {
      const [a, b] = [children(first.id).length, children(second.id).length];
      return isAlternative(first, second) ? [{ first, second, lesser: Math.min(a, b), both: a + b }] : [];
    }),
  );
  // The candidates stand by id, and sorting keeps that order among equals.
  candidates.sort((a, b) => b.lesser - a.lesser || b.both - a.both);
  const uses = new Map<Project, number>();
  const chosen: Candidate[] = [];
  for (const pair of candidates) {
    const used = [pair.first, pair.second].map((project) => uses.get(project) ?? 0);
    if (chosen.length === PAIRS || used.some((count) => count === PAIRS_OF_ONE)) continue;
    uses.set(pair.first, used[0]! + 1);
    uses.set(pair.second, used[1]! + 1);
    chosen.push(pair);
  }
  return chosen.map(({ first, second }) => ({ first, second })).sort(byIds);
}

function byIds(a: Pair, b: Pair): number {
  if (a.first.id !== b.first.id) return a.first.id < b.first.id ? -1 : 1;
  return a.second.id < b.second.id ? -1 : 1;
}

/** Finds the pairs that an entry is in, in their order. */
export function pairsOf(pairs: readonly Pair[], id: string): Pair[] {
  return pairs.filter(({ first, second }) => first.id === id || second.id === id);
}
