import type { ProjectKind } from '../../schema/project.ts';
import { inheritsWeights } from '../licensing/weights.ts';
import { sizesOf } from './sizes.ts';
import type { Dated, Timeline } from './months.ts';

/** Why an entry is marked. Every reason is counted from the catalogue; none is written by hand. */
export type MilestoneReason =
  /** The first of its kind in the catalogue, or one of several that may be: a date without a day leaves it open. */
  | { kind: 'first'; of: ProjectKind; shared: boolean }
  /** Others were made from its weights: how many, directly. */
  | { kind: 'base'; children: number }
  /** The first whose every size reaches a trillion parameters. */
  | { kind: 'trillion' };

/** A marked entry. */
export interface Milestone {
  project: Dated;
  reasons: MilestoneReason[];
}

/** From how many entries made directly from its weights a base is marked. */
export const BASE_CHILDREN = 6;

const TRILLION = 1e12;

/** Kinds with a single entry have no first. */
const MIN_KIND = 2;

/** The last day that a date may mean; days of a month end at 31 for comparing. */
const latest = (date: string) => (date.length === 7 ? `${date}-31` : date);

/** The entries that may be the first: none is certainly earlier. A month without a day may be any of its days. */
export function firstOf(dated: readonly Dated[]): Dated[] {
  if (dated.length === 0) return [];
  const bound = dated.map(({ released }) => latest(released)).sort()[0]!;
  return dated.filter(({ released }) => released <= bound);
}

function firsts(all: readonly Dated[], shown: ReadonlySet<string>): [Dated, MilestoneReason][] {
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  return kinds.flatMap((of) => {
    const ofKind = all.filter(({ kind }) => kind === of);
    const first = firstOf(ofKind);
    if (ofKind.length < MIN_KIND || first.some(({ id }) => !shown.has(id))) return [];
    return first.map((project): [Dated, MilestoneReason] => [project, { kind: 'first', of, shared: first.length > 1 }]);
  });
}

/** How many entries were made directly from the weights of each. */
function childCounts(projects: readonly Pick<Dated, 'lineage'>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { lineage } of projects) {
    const bases = (lineage ?? []).filter((edge) => !edge.external && inheritsWeights(edge.relation));
    for (const base of new Set(bases.map(({ from }) => from))) counts.set(base, (counts.get(base) ?? 0) + 1);
  }
  return counts;
}

/** The first to reach a trillion, where its date is that size's date: an entry's later sizes have dates of their own. */
function trillion(all: readonly Dated[]): Dated | undefined {
  const [first] = all.filter((project) => sizesOf(project).some((size) => size >= TRILLION));
  return first && sizesOf(first).every((size) => size >= TRILLION) ? first : undefined;
}

/** Marks the entries on the axis that the catalogue itself singles out, by date. */
export function milestonesOf({ months, earlier, undated }: Timeline): Milestone[] {
  const shown = months.flatMap(({ projects }) => projects);
  const all = [...earlier, ...shown];
  const children = childCounts([...all, ...undated]);
  const giant = trillion(all);
  const first = firsts(all, new Set(shown.map(({ id }) => id)));
  return shown.flatMap((project) => {
    const count = children.get(project.id) ?? 0;
    const reasons: MilestoneReason[] = [
      ...first.filter(([other]) => other === project).map(([, reason]) => reason),
      ...(count >= BASE_CHILDREN ? [{ kind: 'base', children: count } as const] : []),
      ...(project === giant ? [{ kind: 'trillion' } as const] : []),
    ];
    return reasons.length > 0 ? [{ project, reasons }] : [];
  });
}
