import { VERDICTS, type Verdict } from '../../schema/license.ts';
import type { Catalog } from './model.ts';

/** Counts for the home page. */
export interface CatalogNumbers {
  projects: number;
  /** Sources cited, over all entries. */
  evidence: number;
  licenses: number;
  /** Entries by licence verdict, in the order of the verdicts; every verdict is there. */
  verdicts: { verdict: Verdict; count: number }[];
}

/** Counts what the catalogue holds. */
export function catalogNumbers(catalog: Catalog, verdictOf: (id: string) => Verdict): CatalogNumbers {
  const verdicts = catalog.projects.map(({ id }) => verdictOf(id));
  return {
    projects: catalog.projects.length,
    evidence: catalog.projects.reduce((sum, project) => sum + project.evidence.length, 0),
    licenses: catalog.licenses.length,
    verdicts: VERDICTS.map((verdict) => ({ verdict, count: verdicts.filter((other) => other === verdict).length })),
  };
}
