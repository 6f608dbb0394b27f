import { gigabytes } from '../domain/format/memory.ts';
import { assess } from '../domain/hardware/assess.ts';
import { GB } from '../domain/hardware/memory.ts';
import type { ProjectRow } from '../domain/hardware/rows.ts';
import { DEFAULT_STATE, type HardwareState } from '../domain/hardware/state.ts';
import { t } from '../i18n/index.ts';

/** Parameter classes of the table: from, below, and the word's key. */
const CLASSES = [
  { id: '1b', from: 0.5e9, below: 2e9 },
  { id: '3b', from: 2e9, below: 5e9 },
  { id: '7b', from: 5e9, below: 10e9 },
  { id: '13b', from: 10e9, below: 20e9 },
  { id: '32b', from: 20e9, below: 50e9 },
  { id: '70b', from: 50e9, below: 100e9 },
  { id: 'over', from: 100e9, below: 1e12 },
] as const;

/** The columns: what is to be done, and at which precision; what needs least comes first. */
const COLUMNS = [
  { task: 'inference', precision: '2' },
  { task: 'inference', precision: '4' },
  { task: 'inference', precision: '8' },
  { task: 'inference', precision: '16' },
  { task: 'qlora', precision: '4' },
  { task: 'lora', precision: '4' },
  { task: 'full', precision: '4' },
] as const satisfies readonly Pick<HardwareState, 'task' | 'precision'>[];

/** A class of the table, in words. */
export interface SizeRow {
  size: string;
  /** How many versions of the catalogue it stands for. */
  count: number;
  /** A span of GB for each column, such as `4.6–6.1`. */
  spans: string[];
}

function span(needs: readonly number[]): string {
  const low = gigabytes(Math.min(...needs) / GB);
  const high = gigabytes(Math.max(...needs) / GB);
  return low === high ? low : `${low}–${high}`;
}

/** What memory models of a size need, from the least to the most that the formula gives for the catalogue's versions. */
export function sizeTable(projects: readonly ProjectRow[]): { columns: string[]; rows: SizeRow[] } {
  const versions = projects.flatMap((project) => project.vs.map((version, i) => ({ project, version, i })));
  return {
    columns: COLUMNS.map(({ task, precision }) =>
      task === 'inference' ? t.hardware.formatShort[precision] : t.hardware.task[task],
    ),
    rows: CLASSES.map(({ id, from, below }) => {
      // Bounds would stretch the spans by what is not known.
      const here = versions.filter(({ version: { p, s } }) => p !== undefined && p >= from && p < below && s);
      const needs = COLUMNS.map((column) =>
        here.map(({ project, i }) => assess(project, i, { ...DEFAULT_STATE, ...column }).need!.total),
      );
      return { size: t.hardware.sizes[id], count: here.length, spans: needs.map(span) };
    }),
  };
}
