import type { Catalog, Project } from '../domain/catalog/model.ts';

/** Builds the schema.org description of an entry: SoftwareSourceCode, or Dataset for data projects. Unknown facts are left out. */
export function projectJsonLd(catalog: Catalog, project: Project, page: string): Record<string, unknown> {
  const license = catalog.licenseById.get(project.licenses.code) ?? catalog.licenseById.get(project.licenses.weights);
  const sameAs = [project.links.repo, ...project.links.weights, project.links.homepage].filter((url) => url !== null);
  return {
    '@context': 'https://schema.org',
    '@type': project.kind === 'dataset-project' ? 'Dataset' : 'SoftwareSourceCode',
    '@id': page,
    url: page,
    name: project.name,
    ...(project.zhName || project.aliases.length > 0
      ? { alternateName: [project.zhName, ...project.aliases].filter((name) => name !== null) }
      : {}),
    description: project.summary,
    inLanguage: 'zh-CN',
    ...(project.links.repo ? { codeRepository: project.links.repo } : {}),
    ...(sameAs.length > 0 ? { sameAs } : {}),
    ...(project.released ? { datePublished: project.released } : {}),
    ...(license ? { license: license.text } : {}),
    creator: project.organizations.map((id) => ({
      '@type': catalog.organizationById.get(id)?.kind === 'individual' ? 'Person' : 'Organization',
      name: catalog.organizationById.get(id)?.name ?? id,
    })),
  };
}

/** Builds the schema.org description of the whole catalogue for the home page. */
export function catalogJsonLd(
  name: string,
  description: string,
  home: string,
  search: string,
): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    '@id': home,
    url: home,
    name,
    description,
    inLanguage: 'zh-CN',
    potentialAction: {
      '@type': 'SearchAction',
      target: `${search}?q={search_term_string}`,
      'query-input': 'required name=search_term_string',
    },
  };
}

/** Writes JSON for a `<script type="application/ld+json">`: `<` escaped, so that no text can close the element. */
export function scriptJson(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
