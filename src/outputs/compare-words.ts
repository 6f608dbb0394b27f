import type { CompareWords } from '../domain/compare/words.ts';
import { t } from '../i18n/index.ts';

/** The words of a comparison's table in the page's language, as they travel to the browser. */
export const compareWords: CompareWords = {
  ...t.compare.table,
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
