import type { CompareViewWords } from '../domain/compare/view-words.ts';
import { t } from '../i18n/index.ts';
import { compareWords } from './compare-words.ts';

const { rowCount, titleOf, one, loading, retry, failed, missing, surplus, told } = t.compare;

/** The words of the page on which anything can be compared, as they travel to the browser. */
export const compareViewWords: CompareViewWords = {
  table: compareWords,
  ...{ rowCount, titleOf, one, loading, retry, failed, missing, surplus, told },
};
