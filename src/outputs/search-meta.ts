import type { Catalog, Project } from '../domain/catalog/model.ts';
import { parameterSpan } from '../domain/format/parameters.ts';
import type { CommercialUse } from '../domain/licensing/verdict.ts';
import { t } from '../i18n/index.ts';

/** Parts a search result shows or is ranked by, as Pagefind keeps them: texts by key. */
export type SearchMeta = Record<string, string>;

/** Separates names within one metadata text. */
const NAME_SEPARATOR = '|';

/** What the search index keeps of an entry besides its text. */
export function projectSearchMeta(catalog: Catalog, project: Project, use: CommercialUse): SearchMeta {
  const counts = (project.variants ?? []).map((variant) => variant.parameters).filter((count) => count !== null);
  const organizations = project.organizations.map((id) => {
    const organization = catalog.organizationById.get(id);
    return organization?.zhName ?? organization?.name ?? id;
  });
  return {
    title: project.name,
    names: [project.id, project.zhName ?? '', ...project.aliases].filter(Boolean).join(NAME_SEPARATOR),
    category: project.categories.map((id) => catalog.categoryById.get(id)?.name ?? id).join('、'),
    parameters: parameterSpan(counts),
    organization: organizations.join('、'),
    summary: project.summary,
    verdict: use.verdict,
    verdictWord: t.verdict[use.verdict],
  };
}

/** What the search index keeps of any other page: its name, other names, and the word for what it is. */
export function pageSearchMeta(title: string, names: readonly string[], kind: string, summary: string): SearchMeta {
  return { title, names: names.join(NAME_SEPARATOR), category: kind, summary };
}
