import { latestChangeDate } from '../domain/catalog/lists.ts';
import type { Catalog, Project } from '../domain/catalog/model.ts';
import { FACETS, type FacetInput } from '../domain/facets/facets.ts';
import type { Row } from '../domain/facets/state.ts';
import { t } from '../i18n/index.ts';
import type { Verdict } from '../schema/license.ts';
import { languageWord } from './project-facts.ts';

/** Gives the word for a facet's value. */
export function facetValueWord(catalog: Catalog, facetId: string, value: string): string {
  switch (facetId) {
    case 'category':
      return catalog.categoryById.get(value)?.name ?? value;
    case 'kind':
      return t.kind[value as keyof typeof t.kind];
    case 'verdict':
      return t.verdict[value as Verdict];
    case 'size':
      return t.sizeClass[value] ?? value;
    case 'language':
      return languageWord(value);
    case 'status':
      return t.status[value as keyof typeof t.status];
    default:
      return value === 'unknown' ? t.unknown : value;
  }
}

/** Builds what the list's script knows of an entry: folded text, facet values, sort keys. */
export function listRow(catalog: Catalog, input: FacetInput): Row {
  const { project } = input;
  const organizations = project.organizations.flatMap((id) => {
    const organization = catalog.organizationById.get(id);
    return organization ? [organization.name, organization.zhName ?? ''] : [];
  });
  const counts = (project.variants ?? []).map((variant) => variant.parameters).filter((count) => count !== null);
  return {
    text: [project.name, project.zhName ?? '', project.id, ...project.aliases, ...organizations]
      .join('\n')
      .normalize('NFKC')
      .toLowerCase(),
    facets: Object.fromEntries(FACETS.map((facet) => [facet.id, facet.values(input)])),
    keys: {
      released: project.released,
      parameters: counts.length > 0 ? Math.max(...counts) : null,
      changed: latestChangeDate(project),
    },
  };
}

/** Pairs entries with their verdicts, as the facets want them. */
export function facetInputs(projects: readonly Project[], verdict: (id: string) => Verdict): FacetInput[] {
  return projects.map((project) => ({ project, verdict: verdict(project.id) }));
}
