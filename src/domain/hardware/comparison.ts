import type { Catalog, Project, Variant } from '../catalog/model.ts';
import { knownArchitecture } from './architecture.ts';
import { GB, inferenceNeed, TRAINING_METHODS, trainingNeed, type TrainingMethod } from './memory.ts';
import { bitsOfPrecision } from './precision.ts';
import { boundShape, memoryShape } from './shape.ts';

type Figure = NonNullable<Project['hardware']>[number];

/**
 * How a published figure can be held against the formula: it should agree within a tolerance (`half` precision or
 * `quantized`), is shown without one (`training`), or the formula does not apply, and why.
 */
export const COMPARISONS = [
  'half',
  'quantized',
  'training',
  'card',
  'weights',
  'calculated',
  'multimodal',
  'no-precision',
  'no-parameters',
  'no-architecture',
  'long-context',
  'other-method',
] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** Largest deviation that the formula may have, as a share of the published figure. Projects' quantized formats differ. */
export const TOLERANCES = { half: 0.1, quantized: 1 / 3 } as const;

/** Context length taken where the project does not state one, in tokens. */
const ASSUMED_CONTEXT = 2048;

/**
 * Longest context in tokens up to which a measured peak is about the cache: beyond it, reading a whole prompt at once
 * takes more than keeping it.
 */
const LONGEST_COMPARED = 8192;

/** A published figure beside the calculated one. */
export interface ComparedFigure {
  project: Project;
  figure: Figure;
  variant: Variant | null;
  comparison: Comparison;
  /** GB by the formula; null where it does not apply. */
  computedGb: number | null;
  /** (calculated − published) / published; null likewise. */
  deviation: number | null;
  /** Context length reckoned with, in tokens, and whether the project states it. */
  contextLength: number;
  isContextStated: boolean;
}

/** The version that a figure is about: the named one, or any where all are of one size. */
function variantOf(project: Project, figure: Figure): Variant | null {
  const variants = project.variants ?? [];
  if (figure.variant !== undefined) return variants.find(({ name }) => name === figure.variant) ?? null;
  return variants.every(({ parameters }) => parameters === variants[0]!.parameters) ? (variants[0] ?? null) : null;
}

function isTrainingMethod(method: string | undefined): method is TrainingMethod {
  return (TRAINING_METHODS as readonly (string | undefined)[]).includes(method);
}

/** Says how a figure can be compared, looking at everything but the architecture. */
function comparisonOf(project: Project, figure: Figure, variant: Variant | null): Comparison {
  if (figure.basis === 'computed') return 'calculated';
  if (figure.figure !== 'used') return figure.figure === 'weights' ? 'weights' : 'card';
  if (project.kind === 'multimodal-model') return 'multimodal';
  if (!variant || variant.parameters === null) return 'no-parameters';
  if (figure.task !== 'inference') return isTrainingMethod(figure.method) ? 'training' : 'other-method';
  const bits = bitsOfPrecision(figure.precision);
  if (bits === undefined) return 'no-precision';
  if ((figure.contextLength ?? ASSUMED_CONTEXT) > LONGEST_COMPARED) return 'long-context';
  return bits >= 16 ? 'half' : 'quantized';
}

const CALCULABLE: readonly Comparison[] = ['half', 'quantized', 'training'];

/** Calculates what a published figure says, under its own conditions, and tells how far the two are apart. */
function compareFigure(catalog: Catalog, project: Project, figure: Figure): ComparedFigure {
  const variant = variantOf(project, figure);
  const contextLength = figure.contextLength ?? ASSUMED_CONTEXT;
  const base = { project, figure, variant, contextLength, isContextStated: figure.contextLength !== undefined };
  const comparison = comparisonOf(project, figure, variant);
  const none = { computedGb: null, deviation: null };
  if (!CALCULABLE.includes(comparison) || !variant?.parameters) return { ...base, ...none, comparison };
  const known = knownArchitecture(catalog, project, variant);
  const shape = known && memoryShape(known.architecture);
  if (!shape) return { ...base, ...none, comparison: 'no-architecture' };
  const batch = figure.batchSize ?? 1;
  const width = shape.width ?? boundShape(variant.parameters, variant.activeParameters).width!;
  // LoRA over a base in 8 bits is LoRA over a base of half the size.
  const frozenBits = figure.method === 'lora' ? bitsOfPrecision(figure.precision) : undefined;
  const need =
    comparison === 'training'
      ? trainingNeed(variant.parameters, figure.method as TrainingMethod, width, contextLength, batch, frozenBits)
      : inferenceNeed(variant.parameters, bitsOfPrecision(figure.precision)!, shape, contextLength, batch);
  const computedGb = need.total / GB;
  return { ...base, comparison, computedGb, deviation: (computedGb - figure.vramGb) / figure.vramGb };
}

/** Compares every figure of the catalogue, entries in its order. */
export function compareFigures(catalog: Catalog): ComparedFigure[] {
  return catalog.projects.flatMap((project) =>
    (project.hardware ?? []).map((figure) => compareFigure(catalog, project, figure)),
  );
}
