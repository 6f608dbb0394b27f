import type { Relation } from '../../schema/lineage.ts';
import type { Catalog, Project } from '../catalog/model.ts';
import { externalId, isDescent, type LineageGraph, type LineageLink, type LineageNode } from './graph.ts';
import { parentsOf, type Child, type Parent } from './tree.ts';

/** What is above a node along lines of descent, up to the roots. */
interface Above {
  steps: Ascent[];
  /** True where it is told elsewhere in the same branch. */
  isAgain: boolean;
}

/** A step up a line of descent, and what is above it in turn. */
export interface Ascent {
  node: LineageNode;
  link: LineageLink;
  above: Above;
}

/** One way in which an entry was made from another: what the edges say of versions, and what is above that one. */
export interface BranchParent {
  name: string;
  project: Project | null;
  relation: Relation;
  edges: Parent[];
  above: Above;
}

function descents(graph: LineageGraph, id: string): LineageLink[] {
  return (graph.up.get(id) ?? []).filter(isDescent);
}

/** Climbs up to the roots; what was told before is not told again, so that a cycle ends. */
function climb(graph: LineageGraph, id: string, told: Set<string>): Above {
  const links = descents(graph, id);
  if (told.has(id)) return { steps: [], isAgain: links.length > 0 };
  told.add(id);
  const steps = links.map((link) => ({
    node: graph.nodes.get(link.from)!,
    link,
    above: climb(graph, link.from, told),
  }));
  return { steps, isAgain: false };
}

/**
 * Lists what an entry was made from, edges of one kind from one upstream together, in the entry's order; above those
 * that it descends from everything up to the roots.
 */
export function branchAbove(catalog: Catalog, graph: LineageGraph, project: Project): BranchParent[] {
  const descended = new Set(descents(graph, project.id).map(({ from }) => from));
  const told = new Set([project.id]);
  const done = new Set<string>();
  const ways = Map.groupBy(parentsOf(catalog, project), ({ name, relation }) => `${relation} ${name}`);
  return [...ways.values()].map((edges) => {
    const { name, project: parent, relation } = edges[0]!;
    const id = parent?.id ?? externalId(name);
    // A second way from the same upstream stands right below the first: nothing is above it that is not seen.
    const above = descended.has(id) && !done.has(id) ? climb(graph, id, told) : { steps: [], isAgain: false };
    done.add(id);
    return { name, project: parent, relation, edges, above };
  });
}

/** Groups what was made from an entry by how it was made; each entry once, in its first way. */
export function branchBelow(offspring: readonly Child[]): { relation: Relation; children: Child[] }[] {
  const groups = Map.groupBy(offspring, ({ relations }) => relations[0]!);
  return [...groups].map(([relation, children]) => ({ relation, children }));
}
