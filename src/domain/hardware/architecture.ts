import { compareNames } from '../catalog/build.ts';
import type { Architecture, Catalog, LineageEdge, Project, Variant } from '../catalog/model.ts';
import type { Relation } from '../../schema/lineage.ts';

/** Where a version's architecture comes from. */
export interface KnownArchitecture {
  architecture: Architecture;
  /** The entry that states it; the version's own entry, or one up its lineage. */
  project: Project;
  variant: Variant;
}

/** Relations in which layers and heads stay as they were, so that the upstream's architecture holds downstream. */
const SAME_SHAPE: readonly Relation[] = ['finetune', 'continued-pretraining', 'delta-weights', 'vocabulary-extension'];

/** How far two parameter counts may differ for the two to be the same size: vocabularies grow, names round. */
const SIZE_TOLERANCE = 0.1;

function isSameSize(a: number | null, b: number | null): boolean {
  return a !== null && b !== null && Math.abs(a - b) <= SIZE_TOLERANCE * Math.max(a, b);
}

function upstreamVariants(upstream: Project, edge: LineageEdge, variant: Variant): Variant[] {
  return (upstream.variants ?? []).filter(
    ({ name, parameters }) =>
      (edge.fromVariant === null || name === edge.fromVariant) && isSameSize(parameters, variant.parameters),
  );
}

/**
 * Finds a version's architecture: its own, or that of the version that it was made from. The upstream's holds where the
 * relation leaves layers and heads alone and the parameter counts agree, and only where everything upstream that could be
 * meant has the same architecture. Undefined where nothing is known or two answers differ.
 */
export function knownArchitecture(
  catalog: Catalog,
  project: Project,
  variant: Variant,
  seen: ReadonlySet<string> = new Set(),
): KnownArchitecture | undefined {
  if (variant.architecture) return { architecture: variant.architecture, project, variant };
  if (seen.has(project.id)) return undefined;
  const edges = (project.lineage ?? []).filter(
    ({ relation, external, variants }) =>
      !external && SAME_SHAPE.includes(relation) && (variants === null || variants.includes(variant.name)),
  );
  const found = edges.flatMap((edge) => {
    const upstream = catalog.projectById.get(edge.from);
    if (!upstream) return [];
    return upstreamVariants(upstream, edge, variant).map((candidate) =>
      knownArchitecture(catalog, upstream, candidate, new Set([...seen, project.id])),
    );
  });
  if (found.length === 0 || found.some((one) => one === undefined)) return undefined;
  const known = found.filter((one) => one !== undefined);
  const shapes = new Set(known.map(({ architecture }) => JSON.stringify(architecture)));
  // Many versions of one upstream may say the same; the first by name stands for them.
  return shapes.size === 1 ? known.sort((a, b) => compareNames(a.variant.name, b.variant.name))[0] : undefined;
}
