import type { Relation } from '../../schema/lineage.ts';
import type { Catalog, Project } from '../catalog/model.ts';
import { inheritsWeights } from '../licensing/weights.ts';

/** Something that others were made from or that was made from others. `project` is null for one outside the catalogue. */
export interface LineageNode {
  /** The entry's id, or `external:` and its name. */
  id: string;
  name: string;
  project: Project | null;
}

/**
 * How close two nodes are: the lower one carries on the upper one's weights; it is the same maker's next generation
 * of one architecture; it has the upper one as a part; it follows somebody else's architecture or code; it learnt from its output or data.
 */
type Tie = 'weights' | 'generation' | 'part' | 'architecture' | 'learning';

/** All edges between two nodes taken together. */
export interface LineageLink {
  from: string;
  to: string;
  /** In the order of the lower entry's lineage, each once. */
  relations: readonly Relation[];
  /** The closest of their ties. */
  tie: Tie;
}

/** Tells whether a link is a step of descent: what was there above is still there below. Terms and generations go down such lines. */
export function isDescent({ tie }: Pick<LineageLink, 'tie'>): boolean {
  return tie === 'weights' || tie === 'generation' || tie === 'part';
}

/** The whole field as a graph. Nodes are in the catalogue's order, those outside it after the entries, as they are first named. */
export interface LineageGraph {
  nodes: ReadonlyMap<string, LineageNode>;
  /** What each node was made from, in its own order. */
  up: ReadonlyMap<string, readonly LineageLink[]>;
  /** What was made from each node, in the catalogue's order. */
  down: ReadonlyMap<string, readonly LineageLink[]>;
}

/** The relation that a link is drawn by: the first that makes its tie. */
export function mainRelation({ relations, tie }: LineageLink): Relation {
  return relations.find((relation) => tieOf([relation], tie === 'generation') === tie)!;
}

/** Id of a node outside the catalogue. */
export function externalId(name: string): string {
  return `external:${name}`;
}

function haveOneMaker(a: Project, b: Project | null): boolean {
  return b !== null && a.organizations.some((id) => b.organizations.includes(id));
}

function tieOf(relations: readonly Relation[], haveOneMaker: boolean): Tie {
  if (relations.some((relation) => relation !== 'component' && inheritsWeights(relation))) return 'weights';
  if (haveOneMaker && relations.includes('same-architecture')) return 'generation';
  if (relations.includes('component')) return 'part';
  return relations.includes('same-architecture') || relations.includes('reimplementation')
    ? 'architecture'
    : 'learning';
}

function linksOf(nodes: ReadonlyMap<string, LineageNode>, project: Project): LineageLink[] {
  const relations = new Map<string, Relation[]>();
  for (const { from, external, relation } of project.lineage ?? []) {
    const id = external ? externalId(from) : from;
    const known = relations.get(id) ?? [];
    relations.set(id, known.includes(relation) ? known : [...known, relation]);
  }
  return [...relations].map(([from, ways]) => ({
    from,
    to: project.id,
    relations: ways,
    tie: tieOf(ways, haveOneMaker(project, nodes.get(from)?.project ?? null)),
  }));
}

/** Builds the graph of everything that the entries' lineage names. */
export function lineageGraph(catalog: Catalog): LineageGraph {
  const nodes = new Map<string, LineageNode>(
    catalog.projects.map((project) => [project.id, { id: project.id, name: project.name, project }]),
  );
  for (const project of catalog.projects)
    for (const { from, external } of project.lineage ?? [])
      if (external && !nodes.has(externalId(from)))
        nodes.set(externalId(from), { id: externalId(from), name: from, project: null });
  const up = new Map(catalog.projects.map((project) => [project.id, linksOf(nodes, project)]));
  const down = new Map<string, LineageLink[]>();
  for (const links of up.values())
    for (const link of links) down.set(link.from, [...(down.get(link.from) ?? []), link]);
  return { nodes, up, down };
}
