import type { CompareWords } from './words.ts';

/** The words around the table, where the reader chooses what is compared; templates as in {@link CompareWords}. */
export interface CompareViewWords {
  table: CompareWords;
  /** `{differing}`, `{alike}` */
  rowCount: string;
  /** `{names}` */
  titleOf: string;
  one: string;
  loading: string;
  retry: string;
  /** `{names}` */
  failed: string;
  missing: string;
  surplus: string;
  /** What was just done: `{name}`, `{n}`, `{place}` */
  told: Record<'added' | 'removed' | 'moved' | 'onlyDifferences' | 'allRows', string>;
}
