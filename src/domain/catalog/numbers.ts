import type { Catalog } from './model.ts';

/** Counts for the home page. */
export interface CatalogNumbers {
  projects: number;
  /** Sources cited, over all entries. */
  evidence: number;
  licenses: number;
}

/** Counts what the catalogue holds. */
export function catalogNumbers(catalog: Catalog): CatalogNumbers {
  return {
    projects: catalog.projects.length,
    evidence: catalog.projects.reduce((sum, project) => sum + project.evidence.length, 0),
    licenses: catalog.licenses.length,
  };
}
