import { buildCatalog } from '../domain/catalog/build.ts';
import type { Catalog, Entry } from '../domain/catalog/model.ts';
import type { CollectionName } from '../schema/collections.ts';
import { compareFindings, type Finding } from './finding.ts';
import { RULES } from './registry.ts';
import type { RuleContext, Valid } from './rule.ts';
import type { Source } from './source.ts';

function validOf<Data>(sources: readonly Source[], collection: CollectionName): Valid<Data>[] {
  return sources.filter((source): source is Valid<Data> => source.collection === collection && source.data !== null);
}

function entriesOf<Data>(sources: readonly Valid<Data>[]): Entry<Data>[] {
  return sources.map(({ id, file, data }) => ({ id, file, data }));
}

/** Sorts the parsed files for the rules: file order, so that findings and "first" are the same on every machine. */
function ruleContext(sources: readonly Source[]): RuleContext {
  const sorted = [...sources].sort((a, b) => (a.file < b.file ? -1 : Number(a.file > b.file)));
  return {
    sources: sorted,
    projects: validOf(sorted, 'projects'),
    categories: validOf(sorted, 'categories'),
    organizations: validOf(sorted, 'organizations'),
    licenses: validOf(sorted, 'licenses'),
  };
}

/** Runs every rule over the parsed content and gives all findings, sorted by place. */
export function checkSources(sources: readonly Source[]): Finding[] {
  const context = ruleContext(sources);
  const findings = [
    ...context.sources.flatMap((source) => source.findings),
    ...RULES.flatMap((rule) => rule.check(context)),
  ];
  return findings.sort(compareFindings);
}

/** Builds the catalogue from files that were checked. Files that the schema refused are left out. */
export function catalogFrom(sources: readonly Source[]): Catalog {
  const context = ruleContext(sources);
  return buildCatalog({
    projects: entriesOf(context.projects),
    categories: entriesOf(context.categories),
    organizations: entriesOf(context.organizations),
    licenses: entriesOf(context.licenses),
  });
}
