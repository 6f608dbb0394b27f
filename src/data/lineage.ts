import { lineageFamilies } from '../domain/lineage/families.ts';
import { lineageGraph, type LineageGraph, type LineageNode } from '../domain/lineage/graph.ts';
import { familyPlate, type FamilyPlate } from '../outputs/lineage-plates.ts';
import { getCatalog } from './catalog.ts';

/** The family trees, drawn. */
export interface LineageView {
  graph: LineageGraph;
  plates: FamilyPlate[];
  /** Entries that stand in no tree. */
  alone: LineageNode[];
}

async function loadGraph(): Promise<LineageGraph> {
  const { catalog } = await getCatalog();
  return lineageGraph(catalog);
}

async function loadView(): Promise<LineageView> {
  const graph = await getLineageGraph();
  const { families, alone } = lineageFamilies(graph);
  const plates: FamilyPlate[] = [];
  // One after the other: the library lays out one graph at a time anyhow.
  for (const family of families) plates.push(await familyPlate(graph, family));
  return { graph, plates, alone };
}

let graph: Promise<LineageGraph> | undefined;
let view: Promise<LineageView> | undefined;

/** Gives the graph of who comes from whom, worked out once a build; in development anew for each page. */
export function getLineageGraph(): Promise<LineageGraph> {
  if (import.meta.env.DEV) return loadGraph();
  graph ??= loadGraph();
  return graph;
}

/** Gives the drawn families, laid out once a build. */
export function getLineage(): Promise<LineageView> {
  if (import.meta.env.DEV) return loadView();
  view ??= loadView();
  return view;
}
