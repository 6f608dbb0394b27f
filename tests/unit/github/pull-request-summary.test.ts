import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pullRequestOf } from '../../../src/cli/pull-request/find-run.ts';
import { readSummary } from '../../../src/cli/pull-request/read-summary.ts';
import { summarize } from '../../../src/cli/pull-request/summarize.ts';
import { checkSources } from '../../../src/rules/check.ts';
import { parseSource, type Source } from '../../../src/rules/source.ts';
import { SUMMARY_LIMITS, summarySchema, type PullRequests } from '../../../src/schema/pull-request.ts';
import { licenseFacts, projectFacts, sourceOf, vocabulary } from '../../support/make.ts';

const project = (id: string, overrides: Record<string, unknown> = {}) =>
  sourceOf('projects', id, {
    ...projectFacts({ name: id, links: { repo: `https://github.com/lab/${id}` } }),
    ...overrides,
  });
const summaryOf = (base: readonly Source[], head: readonly Source[]) => {
  const summary = summarize(base, head, checkSources(head, '2026-11-24'));
  // What is made has to be what is taken.
  expect(summarySchema.parse(summary)).toEqual(summary);
  return summary;
};
const forbidden = sourceOf('licenses', 'MIT', licenseFacts({ commercialUse: 'forbidden' }));

describe('a summary', () => {
  const base = [...vocabulary(), project('a'), project('b')];

  it('of no change has nothing in it', () => {
    expect(summaryOf(base, base)).toMatchObject({ findings: [], entries: [], verdicts: [] });
  });

  it('tells added, changed and removed files apart, with their facts', () => {
    const head = [...vocabulary(), project('a', { zhName: '甲' }), project('c')];
    expect(summaryOf(base, head)).toMatchObject({
      counts: { files: 5, errors: 0, entries: 3 },
      entries: [
        {
          file: 'content/projects/a.md',
          change: 'changed',
          facts: { name: 'a', sources: 1, verdict: 'allowed', verdictBefore: 'allowed' },
        },
        { file: 'content/projects/b.md', change: 'removed', facts: null },
        { id: 'c', collection: 'projects', change: 'added', facts: { verdictBefore: null } },
      ],
    });
  });

  it('says what could still be written', () => {
    const { entries } = summaryOf(base, [...base, project('c')]);
    expect(entries[0]!.facts!.missing).toEqual(expect.arrayContaining(['released', 'hardware']));
  });

  it('names the projects whose verdict follows from a changed licence', () => {
    const head = base.map((source) => (source.collection === 'licenses' ? forbidden : source));
    const { entries, verdicts, counts } = summaryOf(base, head);
    expect(entries).toMatchObject([{ id: 'MIT', facts: { verdict: 'forbidden', verdictBefore: 'allowed' } }]);
    expect(verdicts).toEqual([
      { id: 'a', before: 'allowed', after: 'forbidden' },
      { id: 'b', before: 'allowed', after: 'forbidden' },
    ]);
    expect(counts.verdicts).toBe(2);
  });

  it('says nothing of verdicts that only follow from a file that cannot be read', () => {
    const derived = project('d', { lineage: [{ from: 'a', relation: 'finetune' }] });
    const broken = parseSource('projects', 'content/projects/a.md', '---\nname: [\n---\n');
    const { verdicts } = summaryOf([...base, derived], [...vocabulary(), broken, project('b'), derived]);
    expect(verdicts).toEqual([]);
  });

  it('holds out against a file that cannot be read, and reports what is wrong with it, errors first', () => {
    const broken = parseSource('projects', 'content/projects/c.md', '---\nname: [\n---\n');
    const double = parseSource('projects', 'content/projects/b.md', project('b').text.replace('name: b', 'name: "b"'));
    const { entries, findings, counts } = summaryOf(base, [...base.slice(0, -1), double, broken]);
    expect(entries.find(({ id }) => id === 'c')).toMatchObject({ change: 'added', facts: null });
    expect(findings.map(({ severity }) => severity)).toEqual(['error', 'warning']);
    expect(counts).toMatchObject({ errors: 1, warnings: 1, fixable: 1 });
  });

  it('is cut where there is too much of it, and counts what was cut', () => {
    const head = [
      ...base,
      ...Array.from({ length: 80 }, (_, i) =>
        parseSource('projects', `content/projects/${'长'.repeat(400)}${i}.md`, '没有事实'),
      ),
    ];
    const { entries, findings, counts } = summaryOf(base, head);
    expect(entries).toHaveLength(SUMMARY_LIMITS.entries);
    expect(findings).toHaveLength(SUMMARY_LIMITS.findings);
    expect(counts.entries).toBe(80);
    expect(counts.errors).toBeGreaterThanOrEqual(80);
  });
});

describe('the pull request of a run', () => {
  const sha = 'a'.repeat(40);
  const event = {
    repository: { full_name: 'owner/catalogue', default_branch: 'main' },
    workflow_run: { id: 7, head_sha: sha, head_repository: { full_name: 'stranger/catalogue' } },
  };
  const pull: PullRequests[number] = {
    number: 12,
    state: 'open',
    head: { sha, repo: { full_name: 'stranger/catalogue' } },
    base: { ref: 'main', repo: { full_name: 'owner/catalogue' } },
  };

  it('is the open one of the same fork and commit', () => {
    const other = { ...pull, number: 13, head: { ...pull.head, sha: 'b'.repeat(40) } };
    expect(pullRequestOf(event, [other, pull])).toBe(12);
  });

  it.each<[string, PullRequests]>([
    ['none', []],
    ['an older commit', [{ ...pull, head: { ...pull.head, sha: 'b'.repeat(40) } }]],
    ['the same commit of another fork', [{ ...pull, head: { sha, repo: { full_name: 'other/catalogue' } } }]],
    ['a fork that is gone', [{ ...pull, head: { sha, repo: null } }]],
    ['a closed one', [{ ...pull, state: 'closed' }]],
    ['one into another branch', [{ ...pull, base: { ...pull.base, ref: 'gh-pages' } }]],
    ['one into another repository', [{ ...pull, base: { ref: 'main', repo: { full_name: 'stranger/catalogue' } } }]],
    ['two that fit', [pull, { ...pull, number: 14 }]],
  ])('is not there with %s', (_, pulls) => expect(pullRequestOf(event, pulls)).toBeUndefined());
});

describe('reading a summary', () => {
  const folder = mkdtempSync(join(tmpdir(), 'summary-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const good = summarize([], [], []);
  const read = (content: string | null) => {
    const file = join(folder, `${crypto.randomUUID()}.json`);
    if (content !== null) writeFileSync(file, content);
    return readSummary(file);
  };

  it('takes what was made', async () => expect(await read(JSON.stringify(good))).toEqual(good));

  it.each<[string, string | null]>([
    ['no file', null],
    ['an empty file', ''],
    ['no JSON', '{'],
    ['null', 'null'],
    ['another version', JSON.stringify({ ...good, version: 2 })],
    ['a key more', JSON.stringify({ ...good, html: '<b>' })],
    [
      'a text that is too long',
      JSON.stringify({ ...good, verdicts: [{ id: 'x'.repeat(301), before: 'allowed', after: 'allowed' }] }),
    ],
    [
      'too many items',
      JSON.stringify({
        ...good,
        verdicts: Array.from({ length: 51 }, () => ({ id: 'x', before: 'allowed', after: 'allowed' })),
      }),
    ],
    [
      'a code that is none',
      JSON.stringify({
        ...good,
        findings: [{ code: '](x)', severity: 'error', file: '', line: 1, column: 1, message: '', hint: '' }],
      }),
    ],
    ['a count that is no number', JSON.stringify({ ...good, counts: { ...good.counts, errors: '<b>' } })],
    ['a file larger than allowed', `${' '.repeat(SUMMARY_LIMITS.bytes)}${JSON.stringify(good)}`],
  ])('refuses %s', async (_, content) => expect(await read(content)).toBeNull());
});
