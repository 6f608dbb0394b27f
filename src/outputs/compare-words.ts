import type { CompareWords } from '../domain/compare/words.ts';
import { CELLS, type CellId, type CellState } from '../domain/openness/cells.ts';
import { t } from '../i18n/index.ts';

const { rows, ...table } = t.compare.table;
const cells = <Value>(make: (cell: CellId) => Value) =>
  Object.fromEntries(CELLS.map((cell) => [cell, make(cell)])) as Record<CellId, Value>;

/** The words of a comparison's table in the page's language, as they travel to the browser. */
export const compareWords: CompareWords = {
  ...table,
  rows: {
    ...rows,
    ...(Object.fromEntries(CELLS.map((cell) => [`open:${cell}`, t.openness.cell[cell]])) as Record<
      `open:${CellId}`,
      string
    >),
  },
  openness: cells((cell): Record<CellState, string> => ({ ...t.openness.state, ...t.openness.ownWords[cell] })),
  figure: t.hardware.figure,
  method: t.hardware.method,
  unknown: t.unknown,
  kind: t.kind,
  verdict: t.verdict,
  status: t.status,
  stageState: t.stageState,
  licenseState: t.licenseState,
  relation: t.relation,
  task: t.hardwareTask,
  precision: t.precision,
  basis: t.basis,
  modality: t.modality,
  claimVerdict: t.claimVerdict,
  changeKind: t.changeKind,
  mirror: t.project.mirror,
};
