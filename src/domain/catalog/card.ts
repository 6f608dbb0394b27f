import { parameterSpan } from '../format/parameters.ts';
import type { Project } from './model.ts';

/** How many languages a card names before it counts them. */
const LANGUAGES_NAMED = 3;

/** The words of a card's quiet line, which are the page's affair. */
export interface CardWords {
  organization: (id: string) => string | undefined;
  language: (code: string) => string;
  /** Several languages, by the first one's word and their number. */
  languagesMore: (first: string, count: number) => string;
  separator: string;
}

function languages(codes: readonly string[], words: CardWords): string {
  const [first] = codes;
  if (first === undefined) return '';
  if (codes.length > LANGUAGES_NAMED && !codes.includes('mul'))
    return words.languagesMore(words.language(first), codes.length);
  return codes.slice(0, LANGUAGES_NAMED).map(words.language).join(words.separator);
}

/** The quiet line under a card: parameters, year, organisation, languages (Chinese first). Unknown parts are left out. */
export function cardParts(
  project: Pick<Project, 'variants' | 'released' | 'organizations' | 'languages'>,
  words: CardWords,
): string[] {
  const counts = (project.variants ?? []).map((variant) => variant.parameters).filter((count) => count !== null);
  const [first] = project.organizations;
  const sorted = [...(project.languages ?? [])].sort(
    (a, b) => Number(b === 'zh') - Number(a === 'zh') || (a < b ? -1 : Number(a > b)),
  );
  return [
    parameterSpan(counts),
    project.released?.slice(0, 4) ?? '',
    (first === undefined ? undefined : words.organization(first)) ?? '',
    languages(sorted, words),
  ].filter((part) => part !== '');
}
