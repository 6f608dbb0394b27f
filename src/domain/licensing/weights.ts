import type { Verdict } from '../../schema/license.ts';
import { LICENSE_STATES, type LicenseState } from '../../schema/licensing.ts';
import type { Relation } from '../../schema/lineage.ts';
import type { Catalog, LineageEdge, Project } from '../catalog/model.ts';
import { weightOf, type Layer, type Reason } from './reason.ts';
import { amongVersions, strictest } from './strictness.ts';

/** What a relation passes on from the upstream entry's weights. */
const RELATION_EFFECT: Record<Relation, 'inherits' | 'cautions' | 'nothing'> = {
  finetune: 'inherits',
  'continued-pretraining': 'inherits',
  'vocabulary-extension': 'inherits',
  'delta-weights': 'inherits',
  component: 'inherits',
  distillation: 'cautions',
  'data-from': 'cautions',
  reimplementation: 'nothing',
  'same-architecture': 'nothing',
};

/** Tells whether an entry carries on the weights that it was made from, in this way. */
export function inheritsWeights(relation: Relation): boolean {
  return RELATION_EFFECT[relation] === 'inherits';
}

/** The verdict for one version of an entry's weights. `name` is null where the entry lists no versions. */
export interface VersionUse {
  name: string | null;
  verdict: Verdict;
  because: Reason[];
}

function isState(value: string): value is LicenseState {
  return (LICENSE_STATES as readonly string[]).includes(value);
}

/** Judges one layer by what its own licence says. */
export function layerReason(catalog: Catalog, layer: Layer, value: string): Reason {
  if (isState(value))
    return { kind: 'state', layer, state: value, verdict: value === 'not-released' ? null : 'unknown' };
  const license = catalog.licenseById.get(value);
  return {
    kind: 'license',
    layer,
    license: value,
    name: license?.name ?? value,
    verdict: license?.commercialUse ?? 'unknown',
    conditions: license?.conditions ?? [],
  };
}

/** Joins the reasons that hold together into one verdict. */
export function settle(because: readonly Reason[]): Verdict {
  return strictest(because.map(weightOf).filter((verdict) => verdict !== null));
}

function edgeReason(catalog: Catalog, edge: LineageEdge, trail: ReadonlySet<string>): Reason[] {
  const { relation } = edge;
  const effect = RELATION_EFFECT[relation];
  if (effect === 'nothing') return [];
  const base = edge.external ? undefined : catalog.projectById.get(edge.from);
  const name = edge.fromVariant ?? base?.name ?? edge.from;
  // Who changed the terms of the weights has nothing to object to their outputs either: no caution.
  if (edge.relicensed) return effect === 'inherits' ? [{ kind: 'relicensed', name, relation }] : [];
  if (effect === 'cautions') return [{ kind: 'caution', names: [name], relation }];
  if (!base) {
    const license = edge.license === null ? undefined : catalog.licenseById.get(edge.license);
    const verdict = license?.commercialUse ?? 'unknown';
    return [{ kind: 'external-base', name, relation, license: license?.name ?? null, verdict }];
  }
  return [
    { kind: 'base', base: base.id, name, relation, verdict: baseVerdict(catalog, base, edge.fromVariant, trail) },
  ];
}

/** Judges the weights of a base: the version named, or all of them to choose from. A cycle is cut as unknown. */
function baseVerdict(catalog: Catalog, base: Project, version: string | null, trail: ReadonlySet<string>): Verdict {
  if (trail.has(base.id)) return 'unknown';
  const versions = versionUses(catalog, base, trail);
  const named = versions.filter(({ name }) => name !== null && name === version);
  return amongVersions((named.length > 0 ? named : versions).map(({ verdict }) => verdict));
}

/**
 * Judges each version of an entry's weights: its own licence, then what the bases it is made from pass on.
 * `trail` holds the entries already on the way up, so that a cycle ends.
 */
export function versionUses(catalog: Catalog, project: Project, trail: ReadonlySet<string> = new Set()): VersionUse[] {
  const seen = new Set([...trail, project.id]);
  const versions = project.variants ?? [null];
  return versions.map((variant) => {
    const own = layerReason(catalog, 'weights', variant?.license ?? project.licenses.weights);
    const edges = (project.lineage ?? []).filter(
      (edge) => edge.variants === null || (variant !== null && edge.variants.includes(variant.name)),
    );
    const because: Reason[] = [own, ...edges.flatMap((edge) => edgeReason(catalog, edge, seen))];
    if (project.lineage === null) because.push({ kind: 'lineage-unknown', verdict: 'unknown' });
    return { name: variant?.name ?? null, verdict: settle(because), because };
  });
}
