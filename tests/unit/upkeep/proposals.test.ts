import { describe, expect, it } from 'vitest';
import { judgeFailure } from '../../../src/domain/upkeep/api-error.ts';
import { proposalsFor, type KeptProject } from '../../../src/domain/upkeep/proposals.ts';
import type { Answer } from '../../../src/domain/upkeep/repository.ts';
import type { RepositoryRecord } from '../../../src/schema/github-snapshot.ts';
import { record } from '../../support/github-record.ts';

const project = (overrides: Partial<KeptProject> = {}): KeptProject => ({
  id: 'sample',
  repo: 'https://github.com/lab/sample',
  state: 'unknown',
  codeLicense: 'MIT',
  codeSpdx: 'MIT',
  ...overrides,
});

function kinds(
  kept: Partial<KeptProject>,
  now: Partial<RepositoryRecord>,
  before: Partial<RepositoryRecord> | null = null,
): string[] {
  const found = proposalsFor(project(kept), before && record(before), record(now), { kind: 'unchanged' }, null);
  return found.map(({ kind }) => kind);
}

describe('proposalsFor', () => {
  it('has nothing to say where entry and repository agree', () => expect(kinds({}, {}, {})).toEqual([]));

  it('proposes the new address of a renamed repository, and not for a change of case', () => {
    const now = record({ fullName: 'new-lab/sample' });
    expect(proposalsFor(project(), null, now, { kind: 'unchanged' }, null)).toEqual([
      {
        project: 'sample',
        kind: 'renamed',
        field: 'links.repo',
        before: 'https://github.com/lab/sample',
        after: 'https://github.com/new-lab/sample',
        source: 'https://github.com/new-lab/sample',
        since: null,
      },
    ]);
    expect(kinds({}, { fullName: 'LAB/Sample' })).toEqual([]);
  });

  it.each([
    ['unknown', ['archived']],
    ['active', ['archived']],
    ['archived', []],
    ['superseded', []],
    ['hoax', []],
  ] as const)('of an archived repository, to an entry that says %s: %j', (state, expected) =>
    expect(kinds({ state }, { archived: true })).toEqual(expected),
  );

  it('tells of a repository that was taken out of the archive, but not of an entry that stopped without one', () => {
    expect(kinds({ state: 'archived' }, { archived: false }, { archived: true })).toEqual(['unarchived']);
    expect(kinds({ state: 'archived' }, { archived: false }, { archived: false })).toEqual([]);
  });

  it('tells a licence that changed from one that never agreed', () => {
    expect(kinds({}, { license: 'Apache-2.0' }, { license: 'MIT' })).toEqual(['license-changed']);
    expect(kinds({}, { license: 'NOASSERTION' }, { license: 'MIT' })).toEqual(['license-changed']);
    expect(kinds({}, { license: null }, { license: 'MIT' })).toEqual(['license-changed']);
    expect(kinds({}, { license: 'Apache-2.0' }, { license: 'Apache-2.0' })).toEqual(['license-differs']);
    expect(kinds({}, { license: 'Apache-2.0' })).toEqual(['license-differs']);
  });

  it('is silent about a change that the entry has already, whichever way it is written', () => {
    const kept = { codeLicense: 'GPL-3.0-only', codeSpdx: 'GPL-3.0-only' };
    expect(kinds(kept, { license: 'GPL-3.0' }, { license: 'MIT' })).toEqual([]);
  });

  const gone = (replacedBy: string | null): Answer => ({ kind: 'missing', blocked: false, replacedBy });

  it('proposes a tombstone for a missing repository, with the day since when', () => {
    expect(proposalsFor(project(), null, null, gone(null), '2026-11-17')).toMatchObject([
      { kind: 'missing', field: 'status', before: 'unknown', after: 'unavailable', since: '2026-11-17' },
    ]);
    expect(proposalsFor(project({ state: 'unavailable' }), null, null, gone(null), '2026-11-17')).toEqual([]);
  });

  it('warns where somebody else took the address', () => {
    expect(proposalsFor(project(), record(), record(), gone('other/sample'), null)).toMatchObject([
      { kind: 'replaced', after: 'other/sample' },
    ]);
  });

  it('draws no conclusion from a failure', () => {
    const failed: Answer = { kind: 'failed', why: 'x', unanswered: true };
    expect(proposalsFor(project(), record(), record({ archived: true }), failed, null)).toEqual([]);
  });
});

describe('judgeFailure', () => {
  const NOW = 1_700_000_000_000;
  const judge = (status: number | null, headers: Record<string, string> = {}, message = '') =>
    judgeFailure({ status, headers, message }, NOW);

  it.each([
    [304, {}, '', { kind: 'not-modified' }],
    [404, {}, '', { kind: 'missing', blocked: false }],
    [451, {}, '', { kind: 'missing', blocked: true }],
    [403, {}, 'Repository access blocked', { kind: 'missing', blocked: true }],
    [401, {}, '', { kind: 'bad-token' }],
    [403, {}, 'Resource not accessible', { kind: 'failed' }],
    [500, {}, '', { kind: 'failed' }],
    [null, {}, '', { kind: 'unreachable' }],
    [429, {}, '', { kind: 'rate-limited', seconds: null }],
    [429, { 'retry-after': '30' }, '', { kind: 'rate-limited', seconds: 30 }],
    [403, { 'retry-after': '30' }, '', { kind: 'rate-limited', seconds: 30 }],
    [403, {}, 'You have exceeded a secondary rate limit', { kind: 'rate-limited', seconds: null }],
    [
      403,
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(NOW / 1000 + 90) },
      '',
      { kind: 'rate-limited', seconds: 90 },
    ],
    [403, { 'x-ratelimit-remaining': '12', 'x-ratelimit-reset': String(NOW / 1000 + 90) }, '', { kind: 'failed' }],
  ])('%s %j %s → %j', (status, headers, message, verdict) => expect(judge(status, headers, message)).toEqual(verdict));
});
