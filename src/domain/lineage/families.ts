import { isDescent, type LineageGraph, type LineageLink, type LineageNode } from './graph.ts';

/** A node in the tree of its family. */
export interface Member {
  node: LineageNode;
  /** The link that the tree follows up from here; null at the root. */
  link: LineageLink | null;
  /** Steps from the root, which is 0. */
  depth: number;
  /** By release, the earliest first; undated last. */
  children: Member[];
}

/** A root and what descends from it, each node under the one parent that it carries on most. */
export interface Family {
  root: Member;
  /** The whole tree in reading order: each node before what was made from it. */
  members: readonly Member[];
}

function releaseOf(graph: LineageGraph, id: string): string {
  return graph.nodes.get(id)?.project?.released ?? '9999';
}

/** Lists everything above a node along lines of descent, itself left out; a cycle ends where it began. */
function ancestorsOf(graph: LineageGraph, id: string, above: Set<string> = new Set()): Set<string> {
  for (const link of graph.up.get(id) ?? [])
    if (isDescent(link) && !above.has(link.from)) {
      above.add(link.from);
      ancestorsOf(graph, link.from, above);
    }
  return above;
}

/**
 * Chooses the parent that an entry carries on most: one of the same maker, released no later, and not itself an
 * ancestor of another choice (Vicuna rather than LLaMA); then the one that the entry names first. Each wish counts
 * only where something is left. Undefined for no links.
 */
function closest(graph: LineageGraph, links: readonly LineageLink[]): LineageLink | undefined {
  const makers = (id: string) => graph.nodes.get(id)?.project?.organizations ?? [];
  const wishes: ((link: LineageLink, all: readonly LineageLink[]) => boolean)[] = [
    ({ from, to }) => makers(from).some((maker) => makers(to).includes(maker)),
    ({ from, to }) => releaseOf(graph, from) <= releaseOf(graph, to),
    ({ from }, all) => !all.some((other) => other.from !== from && ancestorsOf(graph, other.from).has(from)),
  ];
  let left = links;
  for (const wish of wishes) {
    const fit = left.filter((link) => wish(link, left));
    if (fit.length > 0) left = fit;
  }
  return left[0];
}

/** Gives, for every entry that has one, the link to the parent under which it stands. */
function parentLinks(graph: LineageGraph): Map<string, LineageLink> {
  const parents = new Map<string, LineageLink>();
  const isInside = ({ from }: LineageLink) => graph.nodes.get(from)?.project !== null;
  const choose = (id: string, links: readonly LineageLink[]): void => {
    const link = parents.has(id) ? undefined : closest(graph, links);
    if (link) parents.set(id, link);
  };
  for (const [id, links] of graph.up) {
    const inside = links.filter(isInside);
    choose(
      id,
      inside.filter(({ tie }) => tie === 'weights' || tie === 'generation'),
    );
    choose(
      id,
      inside.filter(({ tie }) => tie === 'part'),
    );
  }
  // Who has no line inside the catalogue may share an upstream outside of it with others.
  const outside = (id: string) =>
    (graph.up.get(id) ?? []).filter((link) => !isInside(link) && ['weights', 'architecture'].includes(link.tie));
  const rootless = [...graph.up.keys()].filter((id) => !parents.has(id));
  const counts = new Map<string, number>();
  for (const { from } of rootless.flatMap(outside)) counts.set(from, (counts.get(from) ?? 0) + 1);
  for (const id of rootless)
    choose(
      id,
      outside(id).filter(({ from }) => counts.get(from)! > 1),
    );
  // Who follows another's architecture stands with it, unless it founded a family of its own.
  const founders = new Set([...parents.values()].map(({ from }) => from));
  for (const [id, links] of graph.up)
    if (!founders.has(id))
      choose(
        id,
        links.filter((link) => isInside(link) && link.tie === 'architecture'),
      );
  return withoutCycles(parents);
}

/** Cuts every loop at the node where the walk up comes back to itself. */
function withoutCycles(parents: Map<string, LineageLink>): Map<string, LineageLink> {
  for (const id of [...parents.keys()]) {
    const trail = new Set([id]);
    for (let link = parents.get(id); link; link = parents.get(link.from)) {
      if (trail.has(link.from)) parents.delete(link.to);
      trail.add(link.from);
    }
  }
  return parents;
}

/**
 * Splits the graph into families, the largest first, then the oldest. Every node that is made from a node or that
 * nodes are made from along a line of descent, or that follows another's architecture, is in exactly one; the entries
 * of none are `alone`, in the catalogue's order.
 */
export function lineageFamilies(graph: LineageGraph): { families: Family[]; alone: LineageNode[] } {
  const parents = parentLinks(graph);
  const order = new Map([...graph.nodes.keys()].map((id, i) => [id, i]));
  const byRelease = (a: LineageLink, b: LineageLink): number => {
    const [left, right] = [releaseOf(graph, a.to), releaseOf(graph, b.to)];
    return left === right ? order.get(a.to)! - order.get(b.to)! : left < right ? -1 : 1;
  };
  const below = Map.groupBy(parents.values(), ({ from }) => from);
  const grow = (id: string, link: LineageLink | null, depth: number): Member => ({
    node: graph.nodes.get(id)!,
    link,
    depth,
    children: (below.get(id) ?? []).sort(byRelease).map((child) => grow(child.to, child, depth + 1)),
  });
  const roots = [...graph.nodes.keys()].filter((id) => !parents.has(id));
  const families = roots
    .filter((id) => below.has(id))
    .map((id) => grow(id, null, 0))
    .map((root) => ({ root, members: inOrder(root) }));
  const alone = roots.filter((id) => !below.has(id)).map((id) => graph.nodes.get(id)!);
  return {
    families: families.sort(
      (a, b) =>
        b.members.length - a.members.length ||
        (releaseOf(graph, a.root.node.id) < releaseOf(graph, b.root.node.id) ? -1 : 1),
    ),
    alone: alone.filter(({ project }) => project !== null),
  };
}

function inOrder(member: Member): Member[] {
  return [member, ...member.children.flatMap(inOrder)];
}
