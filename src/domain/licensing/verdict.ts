import type { Verdict } from '../../schema/license.ts';
import type { LicenseState } from '../../schema/licensing.ts';
import { LICENSE_STATES } from '../../schema/licensing.ts';
import type { Relation } from '../../schema/lineage.ts';
import type { Catalog, LineageEdge, Project } from '../catalog/model.ts';

/** From the least to the most binding answer. Unknown binds more than a condition and less than a prohibition: it never becomes allowed, and it never hides a "no". */
const STRICTNESS: readonly Verdict[] = ['allowed', 'conditional', 'unknown', 'forbidden'];

/** Gives the most binding of several answers; unknown where there is none. */
export function strictest(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.length === 0) return 'unknown';
  return verdicts.reduce((a, b) => (STRICTNESS.indexOf(b) > STRICTNESS.indexOf(a) ? b : a));
}

/** What a relation passes on from the upstream entry's weights. */
export const RELATION_EFFECT: Record<Relation, 'inherits' | 'cautions' | 'nothing'> = {
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

/** One step of the argument, as data; the dictionary makes the sentence. */
export type Reason =
  | {
      kind: 'license';
      layer: 'code' | 'weights';
      license: string;
      name: string;
      variant: string | null;
      verdict: Verdict;
    }
  | { kind: 'state'; layer: 'code' | 'weights'; state: LicenseState; verdict: Verdict | null }
  | { kind: 'base'; base: string; name: string; relation: Relation; verdict: Verdict; note: string | null }
  | { kind: 'external-base'; name: string; relation: Relation; note: string | null }
  | { kind: 'lineage-unknown' }
  | { kind: 'caution'; name: string; relation: Relation; verdict: Verdict | null; note: string | null }
  | { kind: 'train-yourself'; base: string; name: string; verdict: Verdict }
  | { kind: 'hoax' };

/** May it be used commercially, and why. */
export interface CommercialUse {
  verdict: Verdict;
  because: Reason[];
}

function isState(value: string): value is LicenseState {
  return (LICENSE_STATES as readonly string[]).includes(value);
}

/** Judges one layer by what its own licence says. `null` verdict: there is nothing published to judge. */
function ownReason(catalog: Catalog, layer: 'code' | 'weights', value: string, variant: string | null): Reason {
  if (isState(value))
    return { kind: 'state', layer, state: value, verdict: value === 'not-released' ? null : 'unknown' };
  const license = catalog.licenseById.get(value);
  return {
    kind: 'license',
    layer,
    license: value,
    name: license?.name ?? value,
    variant,
    verdict: license?.commercialUse ?? 'unknown',
  };
}

function verdictOf(reason: Reason): Verdict | null {
  switch (reason.kind) {
    case 'external-base':
    case 'lineage-unknown':
      return 'unknown';
    case 'caution':
    case 'train-yourself':
    case 'hoax':
      return null;
    default:
      return reason.verdict;
  }
}

function settle(because: readonly Reason[]): Verdict {
  return strictest(because.map(verdictOf).filter((verdict) => verdict !== null));
}

/** Kinds whose main product is a set of weights; the others are judged by their code alone. */
function hasWeights(project: Project): boolean {
  return ['base-model', 'chat-model', 'multimodal-model'].includes(project.kind);
}

function ownWeights(catalog: Catalog, project: Project): Reason[] {
  const layers = [{ value: project.licenses.weights as string, variant: null as string | null }];
  for (const variant of project.variants ?? [])
    if (variant.license !== null) layers.push({ value: variant.license, variant: variant.name });
  return layers.map(({ value, variant }) => ownReason(catalog, 'weights', value, variant));
}

function edgeReason(catalog: Catalog, edge: LineageEdge, seen: ReadonlySet<string>): Reason | null {
  const { relation, note } = edge;
  const effect = RELATION_EFFECT[relation];
  if (effect === 'nothing') return null;
  const base = edge.external ? undefined : catalog.projectById.get(edge.from);
  const name = base?.name ?? edge.from;
  const verdict = base && !seen.has(base.id) ? weightsUse(catalog, base, seen).verdict : null;
  if (effect === 'cautions') return { kind: 'caution', name, relation, verdict, note };
  if (!base) return { kind: 'external-base', name, relation, note };
  return { kind: 'base', base: base.id, name, relation, verdict: verdict ?? 'unknown', note };
}

/** Judges the weights of an entry: its own licence, then what the bases it is made from pass on. `seen` ends a cycle. */
function weightsUse(catalog: Catalog, project: Project, seen: ReadonlySet<string> = new Set()): CommercialUse {
  const trail = new Set([...seen, project.id]);
  const own = ownWeights(catalog, project);
  const edges = (project.lineage ?? [])
    .map((edge) => edgeReason(catalog, edge, trail))
    .filter((reason) => reason !== null);
  const because: Reason[] = [...own, ...edges];
  if (project.lineage === null) because.push({ kind: 'lineage-unknown' });
  return { verdict: settle(because), because };
}

/** Where no weights are published, the bases' terms do not bind the code, but they bind whoever trains with it. */
function asAdvice(reason: Reason): Reason[] {
  if (reason.kind === 'caution') return [reason];
  if (reason.kind === 'base') {
    const { base, name, verdict } = reason;
    return verdict === 'allowed' ? [] : [{ kind: 'train-yourself', base, name, verdict }];
  }
  return [];
}

/**
 * Judges whether an entry may be used commercially: its own code and weights licences and the weights
 * of everything it is made from; the strictest term wins, and the reasons say which.
 * The rules are stated in docs/licensing.md.
 */
export function commercialUse(catalog: Catalog, project: Project): CommercialUse {
  if (project.status.state === 'hoax') return { verdict: 'unknown', because: [{ kind: 'hoax' }] };
  const code = ownReason(catalog, 'code', project.licenses.code, null);
  const weights = weightsUse(catalog, project);
  const weightsReleased = project.licenses.weights !== 'not-released' && hasWeights(project);
  const because = weightsReleased ? [code, ...weights.because] : [code, ...weights.because.flatMap(asAdvice)];
  return { verdict: settle(because), because };
}
