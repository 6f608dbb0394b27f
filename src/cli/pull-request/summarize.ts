import { compareNames } from '../../domain/catalog/build.ts';
import { missingFacts } from '../../domain/catalog/coverage.ts';
import type { Catalog } from '../../domain/catalog/model.ts';
import { commercialUse } from '../../domain/licensing/verdict.ts';
import { catalogFrom } from '../../rules/check.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Source } from '../../rules/source.ts';
import type { Verdict } from '../../schema/license.ts';
import { SUMMARY_LIMITS, type Summary, type SummaryEntry, type SummaryFinding } from '../../schema/pull-request.ts';

/** The content at one point, and what follows from it. */
interface State {
  byFile: ReadonlyMap<string, Source>;
  catalog: Catalog;
  /** Verdict of each project by id. */
  verdicts: ReadonlyMap<string, Verdict>;
}

function stateOf(sources: readonly Source[]): State {
  const catalog = catalogFrom(sources);
  return {
    byFile: new Map(sources.map((source) => [source.file, source])),
    catalog,
    verdicts: new Map(catalog.projects.map((project) => [project.id, commercialUse(catalog, project).verdict])),
  };
}

const cut = (text: string) => text.slice(0, SUMMARY_LIMITS.text);

function verdictIn({ verdicts, catalog }: State, { collection, id }: Source): Verdict | null {
  if (collection === 'projects') return verdicts.get(id) ?? null;
  if (collection === 'licenses') return catalog.licenseById.get(id)?.commercialUse ?? null;
  return null;
}

function factsOf(before: State, after: State, source: Source): SummaryEntry['facts'] {
  if (source.data === null) return null;
  const data = source.data as { name: string; evidence?: unknown[]; sources?: unknown[] };
  const project = source.collection === 'projects' ? after.catalog.projectById.get(source.id) : undefined;
  return {
    name: cut(data.name),
    sources: (data.evidence ?? data.sources)?.length ?? null,
    verdict: verdictIn(after, source),
    verdictBefore: verdictIn(before, source),
    missing: project ? missingFacts(project).slice(0, SUMMARY_LIMITS.missing) : [],
  };
}

/** Every file that is not the same in both, in order. */
function changedEntries(before: State, after: State): SummaryEntry[] {
  const files = [...new Set([...before.byFile.keys(), ...after.byFile.keys()])].sort();
  return files.flatMap((file): SummaryEntry[] => {
    const [old, now] = [before.byFile.get(file), after.byFile.get(file)];
    if (old?.text === now?.text) return [];
    const { id, collection } = (now ?? old)!;
    const change = !old ? 'added' : now ? 'changed' : 'removed';
    return [{ file: cut(file), id: cut(id), collection, change, facts: now ? factsOf(before, after, now) : null }];
  });
}

function changedVerdicts(before: State, after: State, touched: ReadonlySet<string>): Summary['verdicts'] {
  return after.catalog.projects
    .filter(({ file }) => !touched.has(file))
    .map(({ id }) => ({ id: cut(id), before: before.verdicts.get(id), after: after.verdicts.get(id)! }))
    .filter((row): row is Summary['verdicts'][number] => row.before !== undefined && row.before !== row.after)
    .sort((a, b) => compareNames(a.id, b.id));
}

function findingRow({ code, severity, file, line, column, message, hint }: Finding): SummaryFinding {
  return { code, severity, file: cut(file), line, column, message: cut(message), hint: cut(hint) };
}

/**
 * Says what a pull request does to the content: which files, what they now say, what the checker finds, and which
 * other projects' verdicts change with them.
 */
export function summarize(base: readonly Source[], head: readonly Source[], findings: readonly Finding[]): Summary {
  const [before, after] = [stateOf(base), stateOf(head)];
  const entries = changedEntries(before, after);
  // What follows from a file that cannot be read follows from its absence: no news.
  const isReadable = entries.every(({ change, facts }) => change === 'removed' || facts !== null);
  const touched = new Set(entries.map(({ file }) => file));
  const verdicts = isReadable ? changedVerdicts(before, after, touched) : [];
  // What has to be mended comes first, where not all can be shown.
  const sorted = [...findings].sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return {
    version: 1,
    counts: {
      files: head.length,
      errors,
      warnings: findings.length - errors,
      fixable: findings.filter(({ fix }) => fix).length,
      entries: entries.length,
      verdicts: verdicts.length,
    },
    findings: sorted.slice(0, SUMMARY_LIMITS.findings).map(findingRow),
    entries: entries.slice(0, SUMMARY_LIMITS.entries),
    verdicts: verdicts.slice(0, SUMMARY_LIMITS.verdicts),
  };
}
