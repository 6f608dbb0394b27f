import type { Step } from './steps.ts';

/** What every node was made from, by the node's id. */
export type Steps = ReadonlyMap<string, readonly Step[]>;

/** What one node comes from and what came of it, itself in neither. */
export interface Relatives {
  ancestors: ReadonlySet<string>;
  descendants: ReadonlySet<string>;
}

type Neighbours = (id: string) => readonly { id: string; descent: boolean }[];

/** Collects what is reached from a node by steps of descent, and what is one other step from it; with `far` by all steps. */
function reach(start: string, neighbours: Neighbours, far: boolean): Set<string> {
  const reached = new Set([start]);
  // A set gives what is added while it is walked; nothing twice, so that a cycle ends.
  for (const id of reached) for (const next of neighbours(id)) if (next.descent || far) reached.add(next.id);
  for (const { id } of neighbours(start)) reached.add(id);
  reached.delete(start);
  return reached;
}

/**
 * Finds the ancestors and descendants of a node: along lines of descent to the end, by data, distillation or somebody
 * else's architecture only one step; with `far` along every link to the end.
 */
export function relatives(steps: Steps, id: string, far = false): Relatives {
  const down = new Map<string, { id: string; descent: boolean }[]>();
  for (const [lower, ups] of steps)
    for (const { from, descent } of ups) down.set(from, [...(down.get(from) ?? []), { id: lower, descent }]);
  return {
    ancestors: reach(id, (at) => (steps.get(at) ?? []).map(({ from, descent }) => ({ id: from, descent })), far),
    descendants: reach(id, (at) => down.get(at) ?? [], far),
  };
}

/** Tells whether the line from one node to another belongs to what is shown of `focus`. */
export function isOnTheWay({ ancestors, descendants }: Relatives, focus: string, from: string, to: string): boolean {
  const isUp = ancestors.has(from) && (to === focus || ancestors.has(to));
  const isDown = descendants.has(to) && (from === focus || descendants.has(from));
  return isUp || isDown;
}
