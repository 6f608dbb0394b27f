import { COLLECTION_NAMES } from '../schema/collections.ts';
import { compareFindings, type Finding } from './finding.ts';
import { RULES } from './registry.ts';
import type { RuleContext } from './rule.ts';
import type { Source } from './source.ts';

function contextOf(sources: readonly Source[]): RuleContext {
  const folders = COLLECTION_NAMES.map((name) => [
    name,
    sources.filter((source) => source.collection === name && source.data !== null),
  ]);
  return { sources, ...Object.fromEntries(folders) } as unknown as RuleContext;
}

function ruleFindings(sources: readonly Source[]): Finding[] {
  const context = contextOf(sources);
  return RULES.flatMap((rule) => rule.check(context));
}

/**
 * Checks files that are about to be added beside the others: everything found in them, and what they make wrong
 * elsewhere. The newcomers stand last, so that a name or repository that is taken is reported here, whatever the
 * alphabet says. An old version of a newcomer among the others is left out.
 */
export function checkEntry(newcomers: readonly Source[], others: readonly Source[]): Finding[] {
  const files = new Set(newcomers.map(({ file }) => file));
  const rest = others.filter(({ file }) => !files.has(file));
  const found = ruleFindings([...rest, ...newcomers]);
  const here = found.filter(({ file }) => files.has(file));
  const elsewhere = found.filter(({ file }) => !files.has(file));
  const before = new Set(elsewhere.length > 0 ? ruleFindings(rest).map((finding) => JSON.stringify(finding)) : []);
  const caused = elsewhere.filter((finding) => !before.has(JSON.stringify(finding)));
  return [...newcomers.flatMap(({ findings }) => findings), ...here, ...caused].sort(compareFindings);
}
