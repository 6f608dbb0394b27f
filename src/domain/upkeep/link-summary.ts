import type { LinkResult } from '../../schema/link-cache.ts';
import type { LinkException } from '../../schema/link-exceptions.ts';
import { hostOf, isExpectedDead, leadsElsewhere, type CheckedLink, type LinkPlan } from './link-plan.ts';

/** The state of all external links, as data. */
export interface LinkSummary {
  counts: {
    all: number;
    /** Asked in this run, and believed from an earlier one. */
    asked: number;
    cached: number;
    excepted: number;
    /** Not asked because of `--limit`. */
    left: number;
    alive: number;
    dead: number;
    expectedDead: number;
    undecided: number;
  };
  dead: CheckedLink[];
  /** Dead where that is no surprise: tombstones, old addresses, pages with an archived copy. */
  expectedDead: CheckedLink[];
  undecided: CheckedLink[];
  /** Undecided by reason, the most frequent first. */
  reasons: { reason: string; count: number }[];
  /** Undecided by host and reason, the most frequent first. */
  hosts: { host: string; reason: string; count: number }[];
  /** Alive, but somewhere else. */
  moved: CheckedLink[];
  unusedExceptions: LinkException[];
  /** Day of the oldest result that was believed, null where all are new. */
  oldest: string | null;
}

/** Counts items by a key, the most frequent first, then by key. */
function tally<Item>(items: readonly Item[], key: (item: Item) => string): [string, number][] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}

/** Puts together what was asked now and what is believed from before. */
export function summariseLinks(plan: LinkPlan, asked: readonly CheckedLink[]): LinkSummary {
  const all = [...plan.fresh, ...asked].sort((a, b) => (a.link.url < b.link.url ? -1 : 1));
  const of = (outcome: LinkResult['outcome']) => all.filter(({ result }) => result.outcome === outcome);
  const dead = of('dead').filter(({ link }) => !isExpectedDead(link));
  const expectedDead = of('dead').filter(({ link }) => isExpectedDead(link));
  const undecided = of('undecided');
  return {
    counts: {
      all: all.length + plan.excepted.length + plan.left,
      asked: asked.length,
      cached: plan.fresh.length,
      excepted: plan.excepted.length,
      left: plan.left,
      alive: of('alive').length,
      dead: dead.length,
      expectedDead: expectedDead.length,
      undecided: undecided.length,
    },
    dead,
    expectedDead,
    undecided,
    reasons: tally(undecided, ({ result }) => result.reason).map(([reason, count]) => ({ reason, count })),
    hosts: tally(undecided, ({ link, result }) => `${hostOf(link.url)} ${result.reason}`).map(([key, count]) => {
      const [host, reason] = key.split(' ') as [string, string];
      return { host, reason, count };
    }),
    moved: of('alive').filter(({ link, result }) => leadsElsewhere(link.url, result.finalUrl)),
    unusedExceptions: plan.unused,
    oldest: plan.fresh.map(({ result }) => result.checked.slice(0, 10)).sort()[0] ?? null,
  };
}
