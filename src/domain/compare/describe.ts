import type { FieldId } from './model.ts';
import type { CompareTable } from './table.ts';

/** Facts that tell two entries apart in a sentence, the most asked first. */
const TELLING: readonly FieldId[] = ['verdict', 'parameters', 'contextLength', 'memory', 'released'];

/** A fact that differs: its label, and what each entry says of it in short. */
export interface Difference {
  label: string;
  values: string[];
}

/** Picks the facts of a comparison that tell the entries apart: known of all, and not the same. */
export function tellingDifferences({ groups }: CompareTable): Difference[] {
  const rows = groups.flatMap((group) => group.rows);
  return TELLING.flatMap((id) => rows.filter((row) => row.id === id && row.differs))
    .filter(({ cells }) => cells.every(({ state }) => state === 'known'))
    .map(({ label, cells }) => ({ label, values: cells.map(({ items }) => items[0]!.text) }));
}
