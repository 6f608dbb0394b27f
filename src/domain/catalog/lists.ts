import type { Catalog, Project } from './model.ts';

/** Orders ISO dates, newest first; a month without a day stands before that month's days; unknown last. */
function newestFirst(a: string | null, b: string | null): number {
  return (b ?? '').localeCompare(a ?? '', 'en');
}

/** The entries of a category, in the catalogue's order. */
export function inCategory(catalog: Catalog, categoryId: string): Project[] {
  return catalog.projects.filter((project) => project.categories.includes(categoryId));
}

/** The entries of an organisation, newest first. */
export function ofOrganization(catalog: Catalog, organizationId: string): Project[] {
  return newestProjects(catalog.projects.filter((project) => project.organizations.includes(organizationId)));
}

/** The entries that use a licence on any layer or variant, in the catalogue's order. */
export function underLicense(catalog: Catalog, licenseId: string): Project[] {
  return catalog.projects.filter(
    ({ licenses, variants }) =>
      Object.values(licenses).includes(licenseId) || (variants ?? []).some((variant) => variant.license === licenseId),
  );
}

/** Sorts entries by release, newest first, then by the order they came in. */
export function newestProjects(projects: readonly Project[]): Project[] {
  return [...projects].sort((a, b) => newestFirst(a.released, b.released));
}

/** A change together with the entry that it happened to. */
export interface DatedChange {
  project: Project;
  date: string;
  kind: Project['changes'][number]['kind'];
  text: string;
}

/** All changes of all entries, newest first, then by name. Entering the catalogue is no news of the project: those are left out unless asked for. */
export function latestChanges(catalog: Catalog, options: { withAdded: boolean }): DatedChange[] {
  return catalog.projects
    .flatMap((project) => project.changes.map((change) => ({ project, ...change })))
    .filter((change) => options.withAdded || change.kind !== 'added')
    .sort((a, b) => newestFirst(a.date, b.date));
}

/** The date of the newest change of the project itself (entering the catalogue is none), or null. */
export function latestChangeDate(project: Project): string | null {
  const dates = project.changes.filter((change) => change.kind !== 'added').map((change) => change.date);
  return dates.sort().at(-1) ?? null;
}

/** The latest day on which anything in the entry was checked or changed, from its own dates. */
export function lastChecked(project: Project): string {
  return [...project.evidence.map((item) => item.accessed), ...project.changes.map((change) => change.date)]
    .sort()
    .at(-1)!;
}
