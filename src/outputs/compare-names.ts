import type { Catalog, Project } from '../domain/catalog/model.ts';
import { datasetsUsedBy } from '../domain/catalog/resources.ts';
import type { EntryNames } from '../domain/compare/model.ts';
import { opennessOf } from '../domain/openness/derive.ts';
import type { Verdict } from '../schema/license.ts';
import { languageWord } from './project-facts.ts';

/** Names the ids of a list, by id; those that are not in the catalogue are left out. */
function named<Name>(ids: readonly (string | null)[], name: (id: string) => Name | undefined): Record<string, Name> {
  return Object.fromEntries(
    [...new Set(ids)].flatMap((id) => {
      const found = id === null ? undefined : name(id);
      return id === null || found === undefined ? [] : [[id, found]];
    }),
  );
}

/** Names everything that the published form of an entry refers to by id, the datasets that say they were used for it, and what its openness rests on. */
export function entryNames(catalog: Catalog, project: Project, verdict: Verdict): EntryNames {
  const { licenses, variants, lineage, status, links } = project;
  const licenseIds = [...Object.values(licenses), ...(variants ?? []).map(({ license }) => license)];
  const cells = opennessOf({ project, verdict });
  const upstream = (lineage ?? []).filter(({ external }) => !external).map(({ from }) => from);
  return {
    categories: named(project.categories, (id) => catalog.categoryById.get(id)?.name),
    organizations: named(project.organizations, (id) => {
      const organization = catalog.organizationById.get(id);
      return organization?.zhName ?? organization?.name;
    }),
    languages: named(project.languages ?? [], languageWord),
    licenses: named(licenseIds, (id) => {
      const license = catalog.licenseById.get(id);
      return license && { name: license.spdx ?? license.name, verdict: license.commercialUse };
    }),
    projects: named([...upstream, status.by, ...links.repoSharedWith], (id) => catalog.projectById.get(id)?.name),
    datasets: datasetsUsedBy(catalog, project.id).map(({ id, name }) => ({ id, name })),
    opennessFacts: Object.fromEntries(cells.flatMap(({ id, fact }) => (fact === null ? [] : [[id, fact]]))),
  };
}
