import { inferenceNeed, GB, trainingNeed, type MemoryNeed } from './memory.ts';
import { formatById, WEIGHT_FORMATS, type WeightFormat } from './precision.ts';
import type { MeasuredRow, ProjectRow, VersionRow } from './rows.ts';
import { boundShape, widthBound, type MemoryShape } from './shape.ts';
import { capacityGb, WIDEST, type HardwareState } from './state.ts';

/**
 * Whether a version fits: by the formula, or by the project's own figure where there is nothing to calculate with.
 * `unsure` where the need is only bounded: the bound does not fit and the rest without it does. `open` where no card is
 * chosen yet, `unknown` where there is neither parameter count nor figure.
 */
export const FITS = ['fits', 'unsure', 'open', 'misses', 'unknown'] as const;
export type Fit = (typeof FITS)[number];

/** The answer for one version. Amounts are GB. */
export interface Assessment {
  version: VersionRow;
  fit: Fit;
  /** Calculated need; null where the parameter count is unknown. */
  need: MemoryNeed | null;
  /** True where the need is an upper bound, the architecture being unknown. */
  isBound: boolean;
  /** Id of the weight format reckoned with; null in fine-tuning, where the method says it. */
  format: string | null;
  /** Context length reckoned with: the chosen one, or the version's own where that is shorter. */
  contextLength: number;
  /** The project's own figures for this task and precision. */
  measured: MeasuredRow[];
  /** GB that are left (positive) or missing (negative); null where unknown. */
  spare: number | null;
  /** True where the project's own figure says otherwise than the formula. */
  isContradicted: boolean;
}

function shapeOf(
  version: VersionRow & { p: number },
  { task }: HardwareState,
): { shape: MemoryShape; isBound: boolean } {
  if (!version.s) return { shape: boundShape(version.p, version.a ?? null), isBound: true };
  const [kvPerToken, kvPerWindowToken, window, width] = version.s;
  const shape = { kvPerToken, kvPerWindowToken, window, width: width || null };
  return { shape, isBound: task !== 'inference' && shape.width === null };
}

function hasParameters(version: VersionRow): version is VersionRow & { p: number } {
  return version.p !== undefined;
}

/** Nothing is kept for any token: what a bounded need comes to at least. */
const NO_SHAPE: MemoryShape = { kvPerToken: 0, kvPerWindowToken: 0, window: 0, width: 0 };

function needOf(
  version: VersionRow & { p: number },
  state: HardwareState,
  contextLength: number,
  format: WeightFormat,
  shape: MemoryShape,
): MemoryNeed {
  if (state.task === 'inference') return inferenceNeed(version.p, format.bitsPerWeight, shape, contextLength);
  const width = shape.width ?? widthBound(version.p, version.a ?? null);
  return trainingNeed(version.p, state.task, width, contextLength);
}

/** The project's own figures for a version, the task and the format; those about another context or card capacity included. */
function figuresFor(project: ProjectRow, index: number, state: HardwareState, format: WeightFormat): MeasuredRow[] {
  // A figure of no named version holds for all where all are of one size.
  const isOneSize = project.vs.every(({ p }) => p === project.vs[0]!.p);
  return (project.ms ?? []).filter((figure) => {
    if (figure.v !== undefined ? figure.v !== index : !isOneSize) return false;
    if (state.task !== 'inference') return figure.t === 'f' && figure.m === state.task;
    return figure.t === 'i' && figure.q !== undefined && format.matches.includes(figure.q);
  });
}

/** Tells whether a figure is about at most the context that is asked for: more context never needs less memory. */
function isWithin(figure: MeasuredRow, contextLength: number): boolean {
  return figure.f === 'used' && (figure.c ?? 0) <= contextLength;
}

function assessAt(project: ProjectRow, index: number, state: HardwareState, format: WeightFormat): Assessment {
  const version = project.vs[index]!;
  const capacity = capacityGb(state);
  const contextLength = Math.min(state.contextLength, version.c ?? Infinity);
  const measured = figuresFor(project, index, state, format);
  const base = {
    version,
    need: null,
    isBound: false,
    format: state.task === 'inference' ? format.id : null,
    contextLength,
    measured,
    spare: null,
    isContradicted: false,
  };
  if (!hasParameters(version)) {
    if (measured.length === 0) return { ...base, fit: 'unknown' };
    if (capacity === null) return { ...base, fit: 'open' };
    // The least that the project ran it in, or asks for.
    const spare = capacity - Math.min(...measured.map(({ g }) => g));
    return { ...base, fit: spare >= 0 ? 'fits' : 'misses', spare };
  }
  const { shape, isBound } = shapeOf(version, state);
  const need = needOf(version, state, contextLength, format, shape);
  if (capacity === null) return { ...base, need, isBound, fit: 'open' };
  const spare = capacity - need.total / GB;
  const least = isBound ? needOf(version, state, contextLength, format, NO_SHAPE) : need;
  const fit = spare >= 0 ? 'fits' : least.total / GB <= capacity ? 'unsure' : 'misses';
  return { ...base, need, isBound, fit, spare, isContradicted: isContradicted(measured, fit, capacity, contextLength) };
}

/** Tells whether the project's own figures say otherwise: that it does not fit what the formula fits in, or the reverse. */
function isContradicted(measured: readonly MeasuredRow[], fit: Fit, capacity: number, contextLength: number): boolean {
  if (fit === 'fits') return measured.some((figure) => isWithin(figure, contextLength) && figure.g > capacity);
  return fit === 'misses' && measured.some(({ f, g }) => f === 'used' && g <= capacity);
}

/** Formats that a choice stands for, the widest first. */
function formatsOf(state: HardwareState): readonly WeightFormat[] {
  if (state.task !== 'inference') return [formatById('16')!];
  return state.precision === WIDEST ? WEIGHT_FORMATS : [formatById(state.precision)!];
}

/** Assesses one version: at the chosen format, or at the widest that fits and else at the narrowest there is. */
export function assess(project: ProjectRow, index: number, state: HardwareState): Assessment {
  const tries = formatsOf(state).map((format) => assessAt(project, index, state, format));
  return tries.find(({ fit }) => fit === 'fits') ?? tries.find(({ fit }) => fit === 'unsure') ?? tries.at(-1)!;
}
