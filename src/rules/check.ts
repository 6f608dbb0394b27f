import { buildCatalog, type CatalogInput } from '../domain/catalog/build.ts';
import type { Catalog, Entry } from '../domain/catalog/model.ts';
import { COLLECTION_NAMES, type Authored, type CollectionName } from '../schema/collections.ts';
import { compareFindings, type Finding } from './finding.ts';
import { RULES } from './registry.ts';
import type { RuleContext, Valid } from './rule.ts';
import type { Source } from './source.ts';

function validOf<Name extends CollectionName>(sources: readonly Source[], collection: Name): Valid<Authored<Name>>[] {
  return sources.filter(
    (source): source is Valid<Authored<Name>> => source.collection === collection && source.data !== null,
  );
}

/** Sorts the parsed files for the rules: file order, so that findings and "first" are the same on every machine. */
function ruleContext(sources: readonly Source[], today?: string): RuleContext {
  const sorted = [...sources].sort((a, b) => (a.file < b.file ? -1 : Number(a.file > b.file)));
  const folders = Object.fromEntries(COLLECTION_NAMES.map((name) => [name, validOf(sorted, name)]));
  let catalog: Catalog | undefined;
  const context: Record<string, unknown> = {
    sources: sorted,
    today,
    catalog: () => (catalog ??= catalogOf(context as unknown as RuleContext)),
    ...folders,
  };
  return context as unknown as RuleContext;
}

/**
 * Runs every rule over the parsed content and gives all findings, sorted by place.
 * @param today the day of the check, `YYYY-MM-DD`: later dates are refused. Left out, none is.
 */
export function checkSources(sources: readonly Source[], today?: string): Finding[] {
  const context = ruleContext(sources, today);
  const findings = [
    ...context.sources.flatMap((source) => source.findings),
    ...RULES.flatMap((rule) => rule.check(context)),
  ];
  return findings.sort(compareFindings);
}

function entriesOf<Data>(sources: readonly Valid<Data>[]): Entry<Data>[] {
  return sources.map(({ id, file, data }) => ({ id, file, data }));
}

function catalogOf(context: Record<CollectionName, readonly Valid<unknown>[]>): Catalog {
  const folders = COLLECTION_NAMES.map((name) => [name, entriesOf<unknown>(context[name])]);
  return buildCatalog(Object.fromEntries(folders) as CatalogInput);
}

/** Builds the catalogue from files that were checked. Files that the schema refused are left out. */
export function catalogFrom(sources: readonly Source[]): Catalog {
  return ruleContext(sources).catalog();
}
