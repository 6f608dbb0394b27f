import { isReal } from '../domain/catalog/kinds.ts';
import { mainEvidence } from '../domain/catalog/evidence.ts';
import type { Catalog, Project } from '../domain/catalog/model.ts';
import type { Cell, CellId, CellState } from '../domain/openness/cells.ts';
import { CLASS_OF_STATE } from '../domain/openness/table.ts';
import { countStates, opennessOf } from '../domain/openness/derive.ts';
import { arrangeRows, parseTableState } from '../domain/openness/table.ts';
import type { Paths } from '../domain/paths.ts';
import { t } from '../i18n/index.ts';
import type { Verdict } from '../schema/license.ts';

/** The states in the order in which they are told. */
export const STATE_ORDER: readonly CellState[] = ['open', 'partly', 'closed', 'unknown', 'none'];

/** The class of a cell: one letter, because there are thousands of them. The table's script reads it back. */
export function stateClass(state: CellState): string {
  return CLASS_OF_STATE[state];
}

/** A cell as the table shows it. */
interface OpennessCell {
  state: CellState;
  /** What stands in the cell. */
  word: string;
  /** Where the answer comes from: the source on the entry's page, or the argument of its licence verdict. Null where there is none. */
  href: string | null;
  /** Number of the source on that page; null where the link leads to the argument. */
  source: number | null;
}

/** A row of the table. */
export interface OpennessRow {
  project: Project;
  cells: OpennessCell[];
  counts: Record<CellState, number>;
  /** Position by name, from 0. */
  byName: number;
}

/** The word for a state; columns that ask another question than "is it open" have words of their own. */
export function stateWord(cell: CellId, state: CellState): string {
  const own: Partial<Record<CellState, string>> = t.openness.ownWords[cell] ?? {};
  return own[state] ?? t.openness.state[state];
}

function cellView(project: Project, { id, state, fact }: Cell, paths: Paths): OpennessCell {
  const word = stateWord(id, state);
  if (fact === null) return { state, word, href: null, source: null };
  // The verdict rests on the whole chain of licences, which that section argues step by step.
  if (id === 'commercialUse') return { state, word, href: `${paths.project(project.id)}#license`, source: null };
  const source = mainEvidence(project, fact)?.number ?? null;
  return { state, word, href: source === null ? null : `${paths.project(project.id)}#evidence-${source}`, source };
}

/** Builds the table, the most open entries first. What does not exist is left out. */
export function opennessRows(catalog: Catalog, verdictOf: (id: string) => Verdict, paths: Paths): OpennessRow[] {
  const rows = catalog.projects.filter(isReal).map((project, byName) => {
    const cells = opennessOf({ project, verdict: verdictOf(project.id) });
    return {
      project,
      cells: cells.map((cell) => cellView(project, cell, paths)),
      counts: countStates(cells),
      byName,
    };
  });
  const order = arrangeRows(
    rows.map(({ project, cells, byName }) => ({
      categories: project.categories,
      states: cells.map(({ state }) => state),
      byName,
    })),
    parseTableState(''),
  );
  return order.map((i) => rows[i]!);
}

/** How a column comes out over all rows, for the sentence that stands in for the picture. */
export function columnCounts(rows: readonly OpennessRow[], column: number): Record<CellState, number> {
  return countStates(rows.map(({ cells }) => cells[column]!));
}
