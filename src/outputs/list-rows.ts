import { latestChangeDate } from '../domain/catalog/lists.ts';
import type { Catalog, Project } from '../domain/catalog/model.ts';
import { squash } from '../domain/search/fold.ts';
import { choicesOf, FACETS, type Choice, type Facet, type FacetInput } from '../domain/facets/facets.ts';
import type { Row } from '../domain/facets/state.ts';
import { t } from '../i18n/index.ts';
import type { Verdict } from '../schema/license.ts';
import { languageWord } from './project-facts.ts';

/** Gives the word for a facet's value. */
function facetValueWord(catalog: Catalog, facetId: string, value: string): string {
  if (value === 'unknown') return t.unknown;
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
    case 'modality':
      return t.modality[value as keyof typeof t.modality];
    case 'memory':
      return t.memoryClass[value] ?? value;
    case 'stage':
      return t.stageFacet[value] ?? value;
    case 'organization': {
      const organization = catalog.organizationById.get(value);
      return organization?.zhName ?? organization?.name ?? value;
    }
    case 'status':
      return t.status[value as keyof typeof t.status];
    default:
      return value;
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
    text: [project.name, project.zhName ?? '', project.id, ...project.aliases, ...organizations].map(squash).join('\n'),
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

/** A choice of a facet as the form shows it. */
export interface FacetChoice extends Choice {
  word: string;
}

const byWord = new Intl.Collator('zh-CN').compare;

/** Lists a facet's choices with their words; those without an order of their own by word (Chinese by pinyin). */
export function facetChoices(catalog: Catalog, facet: Facet, inputs: readonly FacetInput[]): FacetChoice[] {
  const choices = choicesOf(facet, inputs).map((choice) => ({
    ...choice,
    word: facetValueWord(catalog, facet.id, choice.value),
  }));
  return facet.order === 'name' ? choices.sort((a, b) => byWord(a.word, b.word)) : choices;
}
