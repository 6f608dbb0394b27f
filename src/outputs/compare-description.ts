import { tellingDifferences } from '../domain/compare/describe.ts';
import type { ComparedEntry } from '../domain/compare/model.ts';
import type { CompareTable } from '../domain/compare/table.ts';
import { t } from '../i18n/index.ts';

/** Describes the page of a pair in one sentence: what tells the two apart; in general words where nothing known does. */
export function pairDescription(entries: readonly ComparedEntry[], table: CompareTable): string {
  const words = t.compare;
  const [a = '', b = ''] = table.columns.map(({ name }) => name);
  const differences = tellingDifferences(entries, table).map(({ label, values }) => words.difference(label, values));
  if (differences.length === 0) return words.pairLead(a, b);
  return words.pairDescription(a, b, differences.join(words.differencesBetween));
}
