import { CELLS, type CellState } from './cells.ts';

/** What a reader has chosen on the table: a category or none, a column, and whether the order is turned round. */
export interface TableState {
  category: string;
  sort: Column;
  reversed: boolean;
}

/** The columns that it can be sorted by; the first is the order it comes in: most open cells first. */
export const COLUMNS = ['open', 'unknown', 'name', ...CELLS] as const;

export type Column = (typeof COLUMNS)[number];

/** What the script knows of a row, in the order that the page came with (name breaks ties). */
export interface TableRow {
  categories: readonly string[];
  /** In the order of the cells. */
  states: readonly CellState[];
  /** Position by name, from 0. */
  byName: number;
}

/** One letter a state: the class of a cell in the page, from which the script reads the state back. */
export const CLASS_OF_STATE: Record<CellState, string> = {
  open: 'o',
  partly: 'p',
  closed: 'c',
  unknown: 'u',
  none: 'n',
};

/** Reads the state from a URL's query. Columns that do not exist are dropped. */
export function parseTableState(query: string): TableState {
  const params = new URLSearchParams(query);
  const sort = params.get('sort') ?? '';
  return {
    category: params.get('category') ?? '',
    sort: (COLUMNS as readonly string[]).includes(sort) ? (sort as Column) : COLUMNS[0],
    reversed: params.get('order') === 'reversed',
  };
}

/** Writes the state as a URL's query, `?` included; empty where everything is as it comes. */
export function serializeTableState({ category, sort, reversed }: TableState): string {
  const params = new URLSearchParams();
  if (category) params.set('category', category);
  if (sort !== COLUMNS[0]) params.set('sort', sort);
  if (reversed) params.set('order', 'reversed');
  const query = params.toString();
  return query ? `?${query}` : '';
}

/** The state after a column's heading was pressed: another column in its own order, the same one turned round. */
export function pressColumn(state: TableState, column: Column): TableState {
  return { ...state, sort: column, reversed: state.sort === column && !state.reversed };
}

/** Answers from the most to the least open. What is not an answer stands last in either direction. */
const ANSWERS: readonly CellState[] = ['open', 'partly', 'closed'];
const NO_ANSWERS: readonly CellState[] = ['none', 'unknown'];

const count = (row: TableRow, state: CellState) => row.states.filter((other) => other === state).length;

function compareStates(a: CellState, b: CellState, direction: number): number {
  const left = ANSWERS.indexOf(a);
  const right = ANSWERS.indexOf(b);
  if (left >= 0 && right >= 0) return (left - right) * direction;
  if (left >= 0 || right >= 0) return left >= 0 ? -1 : 1;
  return NO_ANSWERS.indexOf(a) - NO_ANSWERS.indexOf(b);
}

function compareRows(state: TableState): (a: TableRow, b: TableRow) => number {
  const direction = state.reversed ? -1 : 1;
  switch (state.sort) {
    case 'name':
      return (a, b) => (a.byName - b.byName) * direction;
    case 'open':
      // Of as many open ones, more partly open ones come first; unknown ones count for nothing either way.
      return (a, b) => (count(b, 'open') - count(a, 'open') || count(b, 'partly') - count(a, 'partly')) * direction;
    case 'unknown':
      return (a, b) => (count(a, 'unknown') - count(b, 'unknown')) * direction;
    default: {
      const column = CELLS.indexOf(state.sort);
      return (a, b) => compareStates(a.states[column]!, b.states[column]!, direction);
    }
  }
}

/** Gives the numbers of the rows to show, in order. Ties stand by name. */
export function arrangeRows(rows: readonly TableRow[], state: TableState): number[] {
  const compare = compareRows(state);
  return rows
    .map((_, i) => i)
    .filter((i) => state.category === '' || rows[i]!.categories.includes(state.category))
    .sort((i, k) => compare(rows[i]!, rows[k]!) || rows[i]!.byName - rows[k]!.byName);
}
