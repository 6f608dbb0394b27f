import type { Catalog } from '../domain/catalog/model.ts';
import { commercialUse } from '../domain/licensing/verdict.ts';
import type { Paths } from '../domain/paths.ts';
import { t } from '../i18n/index.ts';
import { organizationSummary } from './page-summaries.ts';
import { ofOrganization } from '../domain/catalog/lists.ts';
import { pageSearchMeta, projectSearchMeta, type SearchMeta } from './search-meta.ts';

/** A page of the search index made from the content itself, where no built page is at hand. */
export interface SearchRecord {
  url: string;
  content: string;
  meta: SearchMeta;
}

/** Drops Markdown's signs from a body, as far as a search needs it. */
function plainText(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[#*`>|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Builds the records of every entry, category, organisation and licence. `bodyOf` gives a file's Markdown body. */
export function searchRecords(catalog: Catalog, paths: Paths, bodyOf: (file: string) => string): SearchRecord[] {
  const record = (url: string, meta: SearchMeta, parts: readonly string[]): SearchRecord => ({
    url,
    meta,
    content: [meta['title'], ...parts].filter(Boolean).join('\n'),
  });
  return [
    ...catalog.projects.map((project) => {
      const meta = projectSearchMeta(catalog, project, commercialUse(catalog, project));
      const parts = [...project.aliases, project.zhName ?? '', meta['organization'] ?? '', project.summary];
      return record(paths.project(project.id), meta, [...parts, plainText(bodyOf(project.file))]);
    }),
    ...catalog.categories.map(({ id, name, summary, file }) =>
      record(paths.category(id), pageSearchMeta(name, [id], t.category.title, summary), [
        summary,
        plainText(bodyOf(file)),
      ]),
    ),
    ...catalog.organizations.map((organization) => {
      const names = [organization.id, organization.zhName ?? '', ...organization.aliases].filter(Boolean);
      const summary = organizationSummary(organization, ofOrganization(catalog, organization.id));
      const meta = pageSearchMeta(organization.name, names, t.organization.title, summary);
      return record(paths.organization(organization.id), meta, [...names, summary]);
    }),
    ...catalog.licenses.map(({ id, name, summary, commercialUse: verdict }) =>
      record(
        paths.license(id),
        { ...pageSearchMeta(name, [id], t.license.title, summary), verdict, verdictWord: t.verdict[verdict] },
        [id, summary],
      ),
    ),
  ];
}
