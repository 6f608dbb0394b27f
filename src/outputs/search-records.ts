import type { Catalog } from '../domain/catalog/model.ts';
import { commercialUse } from '../domain/licensing/verdict.ts';
import type { Paths } from '../domain/paths.ts';
import { t } from '../i18n/index.ts';
import { organizationSummary } from './page-summaries.ts';
import { resourcesOf } from '../domain/catalog/resources.ts';
import { ofOrganization } from '../domain/catalog/lists.ts';
import { pageSearchMeta, projectSearchMeta, type SearchMeta } from './search-meta.ts';

/** A page of the search index made from the content itself, where no built page is at hand. */
export interface SearchRecord {
  url: string;
  content: string;
  meta: SearchMeta;
}

/** What datasets, leaderboards and guides have alike. */
interface Resource {
  id: string;
  file: string;
  name: string;
  zhName?: string | undefined;
  aliases: readonly string[];
  summary: string;
}

/** Drops Markdown's signs from a body, as far as a search needs it. */
function plainText(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^<\w+ \/>$/gm, ' ')
    .replace(/[#*`>|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Builds the records of every entry, category, organisation, licence, dataset, leaderboard and guide. `bodyOf` gives a file's Markdown body. */
export function searchRecords(catalog: Catalog, paths: Paths, bodyOf: (file: string) => string): SearchRecord[] {
  const record = (url: string, meta: SearchMeta, parts: readonly string[]): SearchRecord => ({
    url,
    meta,
    content: [meta['title'], ...parts].filter(Boolean).join('\n'),
  });
  const resources: { entries: readonly Resource[]; word: string; address: (id: string) => string }[] = [
    { entries: catalog.datasets, word: t.dataset.title, address: paths.dataset },
    { entries: catalog.leaderboards, word: t.leaderboard.title, address: paths.leaderboard },
    { entries: catalog.guides, word: t.guide.title, address: paths.guide },
  ];
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
      const { datasets, leaderboards } = resourcesOf(catalog, organization.id);
      const projects = ofOrganization(catalog, organization.id);
      const summary = organizationSummary(organization, projects, [...datasets, ...leaderboards]);
      const meta = pageSearchMeta(organization.name, names, t.organization.title, summary);
      return record(paths.organization(organization.id), meta, [...names, summary]);
    }),
    ...resources.flatMap(({ entries, word, address }) =>
      entries.map(({ id, name, zhName, aliases, summary, file }) => {
        const names = [id, zhName ?? '', ...aliases].filter(Boolean);
        const meta = pageSearchMeta(name, names, word, summary);
        return record(address(id), meta, [...names, summary, plainText(bodyOf(file))]);
      }),
    ),
    ...catalog.licenses.map(({ id, name, summary, commercialUse: verdict }) =>
      record(
        paths.license(id),
        { ...pageSearchMeta(name, [id], t.license.title, summary), verdict, verdictWord: t.verdict[verdict] },
        [id, summary],
      ),
    ),
  ];
}
