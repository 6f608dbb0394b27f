import { describe, expect, it } from 'vitest';
import { contradicts } from '../../../src/domain/upkeep/license-match.ts';
import { gitHubName, planAsks, pruned, withAnswer, type Ask } from '../../../src/domain/upkeep/repository.ts';
import { EMPTY_SNAPSHOT, type GitHubSnapshot } from '../../../src/schema/github-snapshot.ts';
import { record } from '../../support/github-record.ts';

const TODAY = '2026-11-24';
const snapshotOf = (repositories: GitHubSnapshot['repositories']): GitHubSnapshot => ({
  ...EMPTY_SNAPSHOT,
  repositories,
});

describe('gitHubName', () => {
  it.each([
    ['https://github.com/Lab/One', { owner: 'Lab', name: 'One' }],
    ['http://www.github.com/lab/one.git', { owner: 'lab', name: 'one' }],
    ['https://github.com/lab/one/', { owner: 'lab', name: 'one' }],
  ])('reads %s', (url, name) => expect(gitHubName(url)).toEqual(name));

  it.each(['https://github.com/lab', 'https://github.com/lab/one/tree/main', 'https://huggingface.co/lab/one'])(
    'finds no repository in %s',
    (url) => expect(gitHubName(url)).toBeNull(),
  );
});

describe('planAsks', () => {
  const projects = [
    { id: 'a', repo: 'https://github.com/lab/a' },
    { id: 'b', repo: 'https://github.com/lab/b' },
    { id: 'c', repo: 'https://github.com/lab/c' },
    { id: 'elsewhere', repo: 'https://gitlab.com/lab/d' },
  ];

  it('takes those never asked first, then the longest ago', () => {
    const snapshot = snapshotOf({
      a: record({ repo: projects[0]!.repo, fullName: 'lab/a', checked: '2026-11-20' }),
      c: record({ repo: projects[2]!.repo, fullName: 'lab/c', checked: '2026-11-10' }),
    });
    expect(planAsks(projects, snapshot).map(({ name }) => name)).toEqual(['b', 'c', 'a']);
  });

  it('asks once for a repository that several entries share, by whatever case', () => {
    const shared = [...projects.slice(0, 1), { id: 'a2', repo: 'https://github.com/LAB/A.git' }];
    expect(planAsks(shared, EMPTY_SNAPSHOT)).toMatchObject([{ projects: ['a', 'a2'], known: null }]);
  });

  it('trusts a record as long as the entry names the same repository, by its old name or its new one', () => {
    const knownFor = (repo: string) =>
      planAsks(
        [{ id: 'a', repo }],
        snapshotOf({ a: record({ repo: 'https://github.com/lab/a', fullName: 'new/a', id: 7 }) }),
      )[0]!.known?.id;
    expect(knownFor('https://github.com/lab/a')).toBe(7);
    expect(knownFor('https://github.com/New/A')).toBe(7);
    expect(knownFor('https://github.com/other/a')).toBeUndefined();
  });
});

describe('withAnswer', () => {
  const repo = 'https://github.com/lab/a';
  const known = record({ repo, fullName: 'lab/a', stars: 5, checked: '2026-11-01' });
  const ask: Ask = { repo, owner: 'lab', name: 'a', projects: ['a', 'a2'], known };
  const gone = { kind: 'missing', blocked: false, replacedBy: null } as const;

  it('dates an unchanged record anew, for every entry of the repository', () => {
    const { repositories } = withAnswer(snapshotOf({ a: known }), ask, { kind: 'unchanged' }, TODAY);
    expect(repositories).toEqual({ a: { ...known, checked: TODAY }, a2: { ...known, checked: TODAY } });
  });

  it('keeps old figures with their old date where a repository is missing or could not be asked', () => {
    const before = snapshotOf({ a: known });
    const failed = withAnswer(before, ask, { kind: 'failed', why: 'x', unanswered: false }, TODAY);
    expect(failed).toEqual(before);
    expect(withAnswer(before, ask, gone, TODAY).repositories['a']).toEqual(known);
  });

  it('remembers since when a repository is missing, until it is found again', () => {
    const first = withAnswer(EMPTY_SNAPSHOT, ask, gone, '2026-11-17');
    const second = withAnswer(first, ask, gone, TODAY);
    expect(second.missing['a']).toEqual({ repo, since: '2026-11-17' });
    expect(withAnswer(second, ask, { kind: 'unchanged' }, TODAY).missing).toEqual({});
  });
});

it('forgets entries that are no more or have another repository', () => {
  const of = (id: string) => record({ repo: `https://github.com/lab/${id}`, fullName: `lab/${id}` });
  const snapshot = {
    ...snapshotOf({ kept: of('kept'), gone: of('gone'), moved: of('moved') }),
    missing: { gone: { repo: 'https://github.com/lab/gone', since: TODAY } },
  };
  const left = pruned(snapshot, [
    { id: 'kept', repo: 'https://github.com/lab/kept' },
    { id: 'moved', repo: 'https://github.com/lab/elsewhere' },
  ]);
  expect(Object.keys(left.repositories)).toEqual(['kept']);
  expect(left.missing).toEqual({});
});

describe('contradicts', () => {
  it.each([
    ['Apache-2.0', 'Apache-2.0', 'MIT', true],
    ['Apache-2.0', 'Apache-2.0', 'Apache-2.0', false],
    ['GPL-3.0-only', 'GPL-3.0-only', 'GPL-3.0', false],
    ['llama-license', null, 'MIT', true],
    ['llama-license', null, 'NOASSERTION', false],
    ['Apache-2.0', 'Apache-2.0', null, false],
    ['unknown', null, 'MIT', true],
    ['unlicensed', null, 'MIT', true],
    ['unlicensed', null, null, false],
    ['not-released', null, 'MIT', false],
  ])('%s (%s) against %s: %s', (authored, spdx, detected, expected) =>
    expect(contradicts(authored, spdx, detected)).toBe(expected),
  );
});
