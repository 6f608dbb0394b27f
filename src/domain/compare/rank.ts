import type { PublishedProject } from '../../schema/published.ts';
import { leastMemory } from './hardware.ts';

/** Facts of which more, or less, is really better for whoever chooses. Parameters are none of them: bigger is not better. */
export type RankedId = 'verdict' | 'contextLength' | 'memory';

/** Where an entry stands among those compared; null in the middle, alone, or unknown. */
export type Rank = 'best' | 'worst' | null;

/** How free the verdict leaves a user; unknown is no answer and so has no place. */
const FREEDOM: Record<PublishedProject['commercialUse']['verdict'], number | null> = {
  allowed: 2,
  conditional: 1,
  forbidden: 0,
  unknown: null,
};

/** Numbers of which the larger is better, by fact: freedom; tokens; GB of the least memory, negated. Null is unknown. */
const MERIT: Record<RankedId, (project: PublishedProject) => number | null> = {
  verdict: ({ commercialUse }) => FREEDOM[commercialUse.verdict],
  contextLength: ({ variants }) => {
    const lengths = (variants ?? []).map(({ contextLength }) => contextLength).filter((length) => length !== null);
    return lengths.length > 0 ? Math.max(...lengths) : null;
  },
  memory: ({ hardware }) => {
    const least = leastMemory(hardware);
    return least === null ? null : -least.vramGb;
  },
};

/** Tells whether a fact has a better and a worse. */
export function isRanked(id: string): id is RankedId {
  return Object.hasOwn(MERIT, id);
}

/** Marks the best and the worst of those known; nobody where fewer than two are known or all are alike. Ties share a mark. */
export function ranks(id: RankedId, projects: readonly PublishedProject[]): Rank[] {
  const merits = projects.map(MERIT[id]);
  const known = merits.filter((merit) => merit !== null);
  const best = Math.max(...known);
  const worst = Math.min(...known);
  if (known.length < 2 || best === worst) return merits.map(() => null);
  return merits.map((merit) => (merit === best ? 'best' : merit === worst ? 'worst' : null));
}
