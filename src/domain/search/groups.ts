import type { NameHit } from './match.ts';
import type { NamesIndex } from './names-index.ts';
import { TARGET_KINDS, type TargetKind } from './names-file.ts';

/** Hits of one kind of page, the best first. */
export interface HitGroup {
  kind: TargetKind;
  hits: NameHit[];
}

/** Readers come for projects: these stand first unless something else fits better by more than this. */
const PROJECT_LEAD = 25;

/** How many hits are shown beside a first group that is full: one letter finds hundreds, and nobody reads them. */
const SIDE_LIMIT = 3;

/** Sorts hits into groups, the group with the best hit first and cut to `limit`, the others to a few. */
export function groupHits(index: NamesIndex, hits: readonly NameHit[], limit: number): HitGroup[] {
  const groups = TARGET_KINDS.map((kind) => ({
    kind,
    hits: hits.filter(({ target }) => index.targets[target]!.kind === kind),
  })).filter((group) => group.hits.length > 0);
  const best = ({ kind, hits: [first] }: HitGroup) => first!.score - (kind === 'project' ? PROJECT_LEAD : 0);
  return groups
    .sort((a, b) => best(a) - best(b))
    .map(({ kind, hits: all }, i) => ({ kind, hits: all.slice(0, i === 0 ? limit : Math.min(limit, SIDE_LIMIT)) }));
}
