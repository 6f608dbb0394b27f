import type { Catalog, Project } from '../domain/catalog/model.ts';
import { gigabytes } from '../domain/format/memory.ts';
import { groupDigits } from '../domain/format/tokens.ts';
import {
  compareFigures,
  COMPARISONS,
  TOLERANCES,
  type ComparedFigure,
  type Comparison,
} from '../domain/hardware/comparison.ts';
import { t } from '../i18n/index.ts';

type Figure = NonNullable<Project['hardware']>[number];

/** A figure that a project gives, in words. */
export interface FigureRow {
  project: Project;
  /** Version, where the project says which. */
  version: string;
  /** What was done: task, precision or method. */
  what: string;
  vram: string;
  /** What the figure is: memory taken, capacity of the card, weights alone. */
  kind: string;
  /** Context, batch size and other conditions; empty where none is stated. */
  conditions: string;
}

function whatWord(figure: Figure): string {
  const precision = figure.precision ? t.precision[figure.precision] : '';
  const task = figure.method ? t.hardware.method[figure.method] : t.hardwareTask[figure.task];
  return [task, precision].filter(Boolean).join(' ');
}

function conditionsOf({ contextLength, batchSize, note }: Figure): string {
  return [
    contextLength ? t.project.tokens(groupDigits(contextLength)) : '',
    batchSize ? t.hardware.batch(batchSize) : '',
    note ?? '',
  ]
    .filter(Boolean)
    .join('，');
}

function figureRow(project: Project, figure: Figure): FigureRow {
  return {
    project,
    version: figure.variant ?? '',
    what: whatWord(figure),
    vram: `${figure.vramGb} GB`,
    kind: figure.figure ? t.hardware.figure[figure.figure] : t.unknown,
    conditions: conditionsOf(figure),
  };
}

/** Lists what the projects themselves state, entries in the catalogue's order. */
export function statedFigures(catalog: Catalog): FigureRow[] {
  return catalog.projects.flatMap((project) =>
    (project.hardware ?? []).filter(({ basis }) => basis === 'measured').map((figure) => figureRow(project, figure)),
  );
}

/** A published figure beside the calculated one, in words. */
interface ComparisonRow extends FigureRow {
  computed: string;
  /** `+8 %`. */
  deviation: string;
  /** True where it is further off than the tolerance. */
  isOff: boolean;
}

function percent(share: number): string {
  const rounded = Math.round(share * 100);
  return `${rounded > 0 ? '+' : ''}${rounded === 0 ? 0 : rounded} %`.replace('-', '−');
}

function comparisonRow(compared: ComparedFigure): ComparisonRow {
  const { comparison, deviation, computedGb, project, figure } = compared;
  const tolerance = comparison === 'half' || comparison === 'quantized' ? TOLERANCES[comparison] : Infinity;
  return {
    ...figureRow(project, figure),
    computed: `${gigabytes(computedGb!)} GB`,
    deviation: percent(deviation!),
    isOff: Math.abs(deviation!) > tolerance,
  };
}

/** The figures of one kind of comparison, the furthest off first. */
export interface ComparisonTable {
  comparison: Comparison;
  rows: ComparisonRow[];
}

/** Why the formula was not applied to some figures, and which. */
export interface LeftOut {
  comparison: Comparison;
  rows: FigureRow[];
}

/** Holds every published figure against the formula: tables of those it applies to, and the others by reason. */
export function figureComparison(catalog: Catalog): { tables: ComparisonTable[]; leftOut: LeftOut[]; total: number } {
  const all = compareFigures(catalog);
  const of = (comparison: Comparison) => all.filter((one) => one.comparison === comparison);
  const groups = COMPARISONS.map((comparison) => ({ comparison, figures: of(comparison) })).filter(
    ({ figures }) => figures.length > 0,
  );
  const isCompared = ({ figures }: { figures: ComparedFigure[] }) => figures[0]!.deviation !== null;
  return {
    total: all.length,
    tables: groups.filter(isCompared).map(({ comparison, figures }) => ({
      comparison,
      rows: figures.sort((a, b) => Math.abs(b.deviation!) - Math.abs(a.deviation!)).map(comparisonRow),
    })),
    leftOut: groups
      .filter((group) => !isCompared(group))
      .map(({ comparison, figures }) => ({
        comparison,
        rows: figures.map(({ project, figure }) => figureRow(project, figure)),
      })),
  };
}
