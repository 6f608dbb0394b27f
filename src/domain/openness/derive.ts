import { isReal } from '../catalog/kinds.ts';
import { CELLS, type Cell, type CellId, type CellState, type OpennessInput } from './cells.ts';
import { RULES } from './rules.ts';

/** Works out one cell: the first rule that applies decides; where none does it is unknown, never closed. */
function cellOf(id: CellId, input: OpennessInput): Cell {
  for (const rule of RULES[id]) {
    const state = rule.decide(input);
    if (state !== null) return { id, state, rule: rule.id, fact: rule.fact };
  }
  return { id, state: 'unknown', rule: null, fact: null };
}

/** Works out all cells of an entry, in the order of {@link CELLS}. */
export function opennessOf(input: OpennessInput): Cell[] {
  return CELLS.map((id) => cellOf(id, input));
}

/** The states by cell, as the data files give them; null where the entry is about something that does not exist. */
export function opennessRecord(input: OpennessInput): Record<CellId, CellState> | null {
  if (!isReal(input.project)) return null;
  return Object.fromEntries(opennessOf(input).map(({ id, state }) => [id, state])) as Record<CellId, CellState>;
}

/** How many cells are in each state. */
export function countStates(cells: readonly { state: CellState }[]): Record<CellState, number> {
  const counts = { open: 0, partly: 0, closed: 0, unknown: 0, none: 0 };
  for (const { state } of cells) counts[state]++;
  return counts;
}
