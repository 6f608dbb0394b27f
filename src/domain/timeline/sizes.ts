import type { PRECISIONS } from '../../schema/hardware.ts';
import { inheritsWeights } from '../licensing/weights.ts';
import type { Project } from '../catalog/model.ts';
import type { Dated, Timeline } from './months.ts';

/** The known sizes of an entry, in parameters, smallest first, each once. */
export function sizesOf({ variants }: Pick<Project, 'variants'>): number[] {
  const counts = (variants ?? []).map(({ parameters }) => parameters).filter((count) => count !== null);
  return [...new Set(counts)].sort((a, b) => a - b);
}

/** Whose pretraining the weights rest on: the project's own, somebody else's, or not known. */
export type Origin = 'own' | 'built-on' | 'unknown';

/** Tells where an entry's weights come from. */
export function originOf({ lineage }: Pick<Project, 'lineage'>): Origin {
  if (lineage === null) return 'unknown';
  return lineage.some(({ relation }) => inheritsWeights(relation)) ? 'built-on' : 'own';
}

/** An entry in the picture of sizes over time. */
export interface SizePoint {
  project: Dated;
  /** Parameters of its smallest and its largest size. */
  smallest: number;
  largest: number;
  origin: Origin;
}

/** The entries on the axis whose size is known, and how many are left out because it is not. */
export function sizePoints({ months }: Timeline): { points: SizePoint[]; unsized: number } {
  const shown = months.flatMap(({ projects }) => projects);
  const points = shown.flatMap((project) => {
    const sizes = sizesOf(project);
    if (sizes.length === 0) return [];
    return [{ project, smallest: sizes[0]!, largest: sizes.at(-1)!, origin: originOf(project) }];
  });
  return { points, unsized: shown.length - points.length };
}

type Hardware = NonNullable<Project['hardware']>[number];
export type Precision = (typeof PRECISIONS)[number];

/** A GPU memory figure that a project gives for running a size at a precision. */
export interface MemoryPoint {
  project: Project;
  item: Hardware & { precision: Precision };
  /** Of the size that the figure is for. */
  parameters: number;
}

/** Memory figures that can be drawn, and those that lack something for it. */
export interface MemoryPoints {
  points: MemoryPoint[];
  /** Measured, but the precision is not stated. */
  withoutPrecision: { project: Project; item: Hardware }[];
  /** Measured at a stated precision, but it is not known for which size. */
  withoutSize: { project: Project; item: Hardware }[];
}

/** The size that a figure is for: that of the version named, else the only one there is. Null where it is not known. */
export function parametersFor(project: Pick<Project, 'variants'>, variant: string | undefined): number | null {
  if (variant !== undefined) return (project.variants ?? []).find(({ name }) => name === variant)?.parameters ?? null;
  const sizes = sizesOf(project);
  const isWhole = (project.variants ?? []).every(({ parameters }) => parameters !== null);
  return sizes.length === 1 && isWhole ? sizes[0]! : null;
}

/** Gathers what projects themselves measured of the memory that running them takes; what was computed is left out. */
export function memoryPoints(projects: readonly Project[]): MemoryPoints {
  const result: MemoryPoints = { points: [], withoutPrecision: [], withoutSize: [] };
  for (const project of projects)
    for (const item of project.hardware ?? []) {
      if (item.task !== 'inference' || item.basis !== 'measured') continue;
      const { precision } = item;
      const parameters = parametersFor(project, item.variant);
      if (precision === undefined) result.withoutPrecision.push({ project, item });
      else if (parameters === null) result.withoutSize.push({ project, item });
      else result.points.push({ project, item: { ...item, precision }, parameters });
    }
  return result;
}

/** Widths of numbers that the picture tells apart, in bits; other precisions have no width of one number. */
export const WIDTHS = [16, 8, 4] as const;

const BITS: Partial<Record<Precision, (typeof WIDTHS)[number]>> = { fp16: 16, bf16: 16, fp8: 8, int8: 8, int4: 4 };

/** Bits a parameter at a precision: 16, 8 or 4; null for the others. */
export function bitsOf(precision: Precision): (typeof WIDTHS)[number] | null {
  return BITS[precision] ?? null;
}

/** Memory that the weights alone take, in GB (10⁹ bytes): parameters × bits ÷ 8. The cache and the rest come on top. */
export function weightGigabytes(parameters: number, bits: number): number {
  return (parameters * bits) / 8 / 1e9;
}
