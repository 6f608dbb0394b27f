import { parameterSpan } from '../format/parameters.ts';
import type { ComparedEntry, FieldId } from './model.ts';
import type { CompareCell, CompareTable } from './table.ts';

/** Facts that tell entries apart in a sentence, the most asked first. */
const TELLING: readonly FieldId[] = ['verdict', 'parameters', 'contextLength', 'memory', 'released'];

/** A fact that differs: its label, and what each entry says of it in short. */
export interface Difference {
  label: string;
  values: string[];
}

/** A cell in short: sizes as a span, several lines as the first and the last. */
function inShort(id: FieldId, { items }: CompareCell, { project }: ComparedEntry): string {
  const counts = (project.variants ?? []).map(({ parameters }) => parameters).filter((count) => count !== null);
  if (id === 'parameters') return parameterSpan(counts);
  const ends = [...new Set([items[0]!, items.at(-1)!])];
  return ends.map(({ text }) => text).join('–');
}

/** Picks the facts of a comparison that tell the entries apart: known of all, and not the same even in short. */
export function tellingDifferences(entries: readonly ComparedEntry[], { groups }: CompareTable): Difference[] {
  const rows = groups.flatMap((group) => group.rows);
  return TELLING.flatMap((id) => rows.filter((row) => row.id === id))
    .filter(({ cells }) => cells.every(({ state }) => state === 'known'))
    .map(({ id, label, cells }) => ({ label, values: cells.map((cell, i) => inShort(id, cell, entries[i]!)) }))
    .filter(({ values }) => new Set(values).size > 1);
}
