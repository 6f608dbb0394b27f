import type { Catalog } from '../domain/catalog/model.ts';
import { FACETS } from '../domain/facets/facets.ts';
import type { Verdict } from '../schema/license.ts';
import { facetInputs } from './list-rows.ts';

/** How many entries each answer of the choosing guide leads to, as the list itself counts them. */
export function choiceCounts(catalog: Catalog, verdictOf: (id: string) => Verdict) {
  const inputs = facetInputs(catalog.projects, verdictOf);
  const count = (facetId: string, value: string) => {
    const facet = FACETS.find(({ id }) => id === facetId);
    return facet ? inputs.filter((input) => facet.values(input).includes(value)).length : 0;
  };
  return {
    allowed: count('verdict', 'allowed'),
    conditional: count('verdict', 'conditional'),
    small: count('size', 'under-3b'),
    medium: count('size', '3b-10b'),
    huge: count('size', 'over-100b'),
    chinese: count('language', 'zh'),
    training: count('kind', 'training-framework'),
    runtimes: count('kind', 'runtime'),
  };
}
