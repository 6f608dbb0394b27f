import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commercialUse } from '../../../src/domain/licensing/verdict.ts';
import { createPaths } from '../../../src/domain/paths.ts';
import { childrenIndex } from '../../../src/domain/lineage/tree.ts';
import { groupHits } from '../../../src/domain/search/groups.ts';
import { findNames } from '../../../src/domain/search/match.ts';
import { createNamesIndex } from '../../../src/domain/search/names-index.ts';
import { readContent } from '../../../src/files/read-content.ts';
import { namesFile } from '../../../src/outputs/names-file.ts';
import { catalogFrom } from '../../../src/rules/check.ts';
import {
  generatedQueries,
  NAME_KINDS,
  rates,
  writtenQueries,
  type Graded,
  type GradedQuery,
} from '../../bench/search/query-sets.ts';

const FOLDERS = {
  project: 'projects',
  organization: 'organizations',
  dataset: 'datasets',
  leaderboard: 'leaderboards',
  guide: 'guides',
  category: 'categories',
  license: 'licenses',
};

const catalog = catalogFrom(await readContent(fileURLToPath(new URL('../../..', import.meta.url))));
const children = childrenIndex(catalog);
const verdict = (id: string) => commercialUse(catalog, catalog.projectById.get(id)!).verdict;
const index = createNamesIndex(namesFile(catalog, verdict, (id) => children.get(id) ?? [], createPaths('/')));
const pathOf = (target: number) => `${FOLDERS[index.targets[target]!.kind]}/${index.targets[target]!.id}`;
const known = new Set(index.targets.map((_, target) => pathOf(target)));

/** Asks the names layer as the page does: grouped, the groups one after the other. */
function grade(query: GradedQuery): Graded {
  const groups = groupHits(index, findNames(index, query.query), 12);
  const paths = groups.flatMap(({ hits }) => hits.map(({ target }) => pathOf(target)));
  const rank = paths.findIndex((path) => query.first?.includes(path));
  return { query, rank: rank < 0 ? null : rank + 1, hits: paths.length, unsure: false };
}

function missed(results: readonly Graded[]): string {
  return results
    .filter(({ rank }) => rank !== 1)
    .map(({ query: { kind, query, first } }) => `${kind} ${query} (${first?.[0] ?? ''})`)
    .join('\n');
}

// The gate that tests/bench/search measures in the browser: names answer right at once.
describe('queries that name something', () => {
  it('written by hand: at least 97 in 100 lead to the right page first', () => {
    const results = writtenQueries(known)
      .filter(({ kind }) => NAME_KINDS.includes(kind))
      .map(grade);
    expect(results.length).toBeGreaterThan(60);
    expect(rates(results).get('all')!.first, missed(results)).toBeGreaterThanOrEqual(0.97);
  });

  it.each([1, 2, 3])('made from the catalogue with seed %d: likewise', (seed) => {
    const results = generatedQueries(catalog, [], seed, 60).map(grade);
    expect(results.length).toBeGreaterThan(300);
    expect(rates(results).get('all')!.first, missed(results)).toBeGreaterThanOrEqual(0.97);
  });

  it.each(['无双', 'asdfgh', 'qwertyuiop', '量子纠缠', '一二三四'])('%s names nothing', (query) =>
    expect(findNames(index, query)).toEqual([]),
  );
});
