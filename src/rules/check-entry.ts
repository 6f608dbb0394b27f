import { buildCatalog, type CatalogInput } from '../domain/catalog/build.ts';
import type { Catalog } from '../domain/catalog/model.ts';
import { COLLECTION_NAMES } from '../schema/collections.ts';
import { compareFindings, type Finding } from './finding.ts';
import { RULES } from './registry.ts';
import type { RuleContext } from './rule.ts';
import type { Source } from './source.ts';

/** The catalogue that the files which passed the schema make up. */
export function catalogWith(sources: readonly Source[]): Catalog {
  const folders = COLLECTION_NAMES.map((name) => [
    name,
    sources.flatMap(({ collection, id, file, data }) =>
      collection === name && data !== null ? [{ id, file, data }] : [],
    ),
  ]);
  return buildCatalog(Object.fromEntries(folders) as CatalogInput);
}

function ruleFindings(sources: readonly Source[], today: string | undefined): Finding[] {
  const folders = COLLECTION_NAMES.map((name) => [
    name,
    sources.filter((source) => source.collection === name && source.data !== null),
  ]);
  let catalog: Catalog | undefined;
  const context = {
    sources,
    today,
    catalog: () => (catalog ??= catalogWith(sources)),
    ...Object.fromEntries(folders),
  } as unknown as RuleContext;
  return RULES.flatMap((rule) => rule.check(context));
}

/**
 * Checks files that are about to be added beside the others: everything found in them, and what they make wrong
 * elsewhere. The newcomers stand last, so that a name or repository that is taken is reported here, whatever the
 * alphabet says. An old version of a newcomer among the others is left out.
 * @param today the day of the check, `YYYY-MM-DD`, as for `checkSources`
 */
export function checkEntry(newcomers: readonly Source[], others: readonly Source[], today?: string): Finding[] {
  const files = new Set(newcomers.map(({ file }) => file));
  const rest = others.filter(({ file }) => !files.has(file));
  const found = ruleFindings([...rest, ...newcomers], today);
  const here = found.filter(({ file }) => files.has(file));
  const elsewhere = found.filter(({ file }) => !files.has(file));
  const key = (finding: Finding) => JSON.stringify(finding);
  const before = new Set(elsewhere.length > 0 ? ruleFindings(rest, today).map(key) : []);
  const caused = elsewhere.filter((finding) => !before.has(key(finding)));
  return [...newcomers.flatMap(({ findings }) => findings), ...here, ...caused].sort(compareFindings);
}
