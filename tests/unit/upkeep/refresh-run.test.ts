import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient } from '../../../src/cli/github/client.ts';
import { refresh, type RefreshResult } from '../../../src/cli/refresh/run.ts';
import { stopSentence } from '../../../src/cli/reporters/refresh-report.ts';
import { EMPTY_SNAPSHOT, type GitHubSnapshot } from '../../../src/schema/github-snapshot.ts';
import { fakeGitHub, type FakeGitHub } from '../../support/fake-github.ts';

const TODAY = '2026-11-24';

/** Longer than any request may take, milliseconds. */
const NEVER = 600_000;

let github: FakeGitHub;
let saved: GitHubSnapshot[];
let waits: string[];

beforeEach(async () => {
  github = await fakeGitHub([
    { id: 1, fullName: 'lab/one', stars: 10 },
    { id: 2, fullName: 'lab/two', stars: 20 },
    { id: 3, fullName: 'lab/three', stars: 30 },
  ]);
  saved = [];
  waits = [];
});
afterEach(() => github.close());

const kept = (id: string) => ({
  id,
  repo: `https://github.com/lab/${id}`,
  state: 'unknown' as const,
  codeLicense: 'MIT',
  codeSpdx: 'MIT',
});

function run(
  ids: string[],
  snapshot: GitHubSnapshot = EMPTY_SNAPSHOT,
  options: { token?: string; url?: string; timeout?: number; maxWait?: number } = {},
): Promise<RefreshResult> {
  const projects = ids.map(kept);
  return refresh({
    client: createClient({
      apiUrl: options.url ?? github.url,
      token: options.token,
      maxWait: options.maxWait ?? 60,
      timeout: options.timeout ?? 5000,
      second: 1,
      say: (sentence) => waits.push(sentence),
    }),
    projects,
    all: projects,
    snapshot,
    today: TODAY,
    save: (now) => {
      saved.push(now);
      return Promise.resolve();
    },
  });
}

describe('refresh', { timeout: 60_000 }, () => {
  it('learns number, stars with their day, last push, archive, licence', async () => {
    github.repositories = [
      { id: 77, fullName: 'lab/one', stars: 12_345, pushed: '2024-06-27', archived: true, license: 'NOASSERTION' },
    ];
    const { snapshot, counts } = await run(['one']);
    expect(snapshot.repositories['one']).toEqual({
      repo: 'https://github.com/lab/one',
      id: 77,
      fullName: 'lab/one',
      stars: 12_345,
      pushed: '2024-06-27',
      archived: true,
      license: 'NOASSERTION',
      checked: TODAY,
      etag: expect.stringMatching(/^W\//) as string,
    });
    expect(counts).toEqual({ asked: 1, news: 1, unchanged: 0, missing: 0, waiting: 0 });
    expect(saved.at(-1)).toEqual(snapshot);
  });

  it('asks by number and ETag the next time, and takes "not modified" for an answer', async () => {
    const first = await run(['one']);
    const second = await run(['one'], first.snapshot);
    expect(github.log.map(({ path, status }) => `${status} ${path}`)).toEqual([
      '200 /repos/lab/one',
      '304 /repositories/1',
    ]);
    expect(second.counts).toMatchObject({ news: 0, unchanged: 1 });
    expect(second.snapshot).toEqual(first.snapshot);
  });

  it('sends the token where there is one, and does without', async () => {
    await run(['one'], EMPTY_SNAPSHOT, { token: 'secret' });
    await run(['one']);
    expect(github.log.map(({ token }) => token)).toEqual(['token secret', undefined]);
  });

  it('follows the redirect of a renamed repository', async () => {
    github.repositories = [{ id: 1, fullName: 'new/one', formerNames: ['lab/one'] }];
    const { proposals, snapshot } = await run(['one']);
    expect(proposals).toMatchObject([{ kind: 'renamed', after: 'https://github.com/new/one' }]);
    expect(snapshot.repositories['one']).toMatchObject({ id: 1, fullName: 'new/one' });
  });

  it('finds a renamed repository by its number even where somebody else took its old name', async () => {
    const { snapshot } = await run(['one']);
    github.repositories = [
      { id: 1, fullName: 'new/one' },
      { id: 99, fullName: 'lab/one' },
    ];
    const { proposals } = await run(['one'], snapshot);
    expect(proposals).toMatchObject([{ kind: 'renamed', after: 'https://github.com/new/one' }]);
  });

  it('tells a deleted repository from one whose name another took', async () => {
    const { snapshot } = await run(['one', 'two']);
    github.repositories = [{ id: 99, fullName: 'lab/two' }];
    const { proposals, snapshot: after } = await run(['one', 'two'], snapshot);
    expect(proposals.map(({ project, kind, after: now }) => [project, kind, now])).toEqual([
      ['one', 'missing', 'unavailable'],
      ['two', 'replaced', 'lab/two'],
    ]);
    expect(Object.keys(after.missing)).toEqual(['one', 'two']);
    expect(after.repositories['two']!.id).toBe(2);
  });

  it('asks for the day of archiving, which takes a token', async () => {
    github.repositories = [{ id: 1, fullName: 'lab/one', archived: true, archivedAt: '2024-05-06T07:08:09Z' }];
    expect((await run(['one'], EMPTY_SNAPSHOT, { token: 'secret' })).proposals).toMatchObject([
      { kind: 'archived', since: '2024-05-06' },
    ]);
    expect((await run(['one'])).proposals).toMatchObject([{ kind: 'archived', since: null }]);
  });

  it.each([
    ['a server that fails twice', [{ status: 502 }, { status: 500 }]],
    ['a connection that breaks', [{ hangUp: true }]],
    ['a slow answer', [{ delay: NEVER }]],
    ['429 with Retry-After', [{ status: 429, headers: { 'retry-after': '2' } }]],
    ['403 with Retry-After', [{ status: 403, headers: { 'retry-after': '2' } }]],
    ['403 at a secondary limit', [{ status: 403, body: '{"message":"You have exceeded a secondary rate limit"}' }]],
  ])('gets over %s', async (_, trouble) => {
    github.trouble['/repos/lab/one'] = trouble;
    const { counts, failures } = await run(['one'], EMPTY_SNAPSHOT, { timeout: 1000 });
    expect(failures).toEqual([]);
    expect(counts.news).toBe(1);
  });

  it.each([
    ['5xx without end', { status: 503 }],
    ['malformed JSON', { body: '{"id": 1, "full_name"' }],
    ['JSON of another shape', { body: '[1, 2]' }],
    ['a page instead of JSON', { body: '<h1>Sorry</h1>', headers: { 'content-type': 'text/html' } }],
    ['no answer in time', { delay: NEVER }],
    ['a redirect that goes round', { status: 302, headers: { location: '/repos/lab/two' } }],
    ['403 for another reason', { status: 403, body: '{"message":"Resource not accessible"}' }],
  ])('notes %s and goes on with the rest', async (_, trouble) => {
    github.trouble['/repos/lab/two'] = [{ ...trouble, always: true }];
    const { snapshot, failures, stopped } = await run(['one', 'three', 'two'], EMPTY_SNAPSHOT, { timeout: 1000 });
    expect(failures).toMatchObject([{ project: 'two', why: expect.any(String) as string }]);
    expect(Object.keys(snapshot.repositories).sort()).toEqual(['one', 'three']);
    expect(stopped).toBeNull();
  });

  it('stops where the limit is used up, keeps what it has, and takes up the rest the next time', async () => {
    github.remaining = 2;
    const first = await run(['one', 'three', 'two']);
    expect(first.stopped).toMatchObject({ why: 'rate-limited' });
    expect(first.counts).toMatchObject({ asked: 2, waiting: 1 });
    expect(stopSentence(first)).toMatch(/限额用完了。还有 1 个仓库没有问到，已经问到的都存好了。30 分钟后再跑一次/);
    expect(saved.at(-1)).toEqual(first.snapshot);

    github.remaining = 1;
    const second = await run(['one', 'three', 'two'], first.snapshot);
    expect(Object.keys(second.snapshot.repositories)).toHaveLength(3);
  });

  it('waits for a limit only as long as it was told to', async () => {
    github.trouble['/repos/lab/one'] = [{ status: 429, headers: { 'retry-after': '30' } }];
    expect((await run(['one'], EMPTY_SNAPSHOT, { maxWait: 10 })).stopped).toEqual({ why: 'rate-limited', seconds: 30 });
    expect(waits).toEqual([]);
    github.trouble['/repos/lab/one'] = [{ status: 429, headers: { 'retry-after': '30' } }];
    expect((await run(['one'], EMPTY_SNAPSHOT, { maxWait: 30 })).stopped).toBeNull();
    expect(waits).toEqual(['GitHub 要求慢一点，等 30 秒再问。']);
  });

  it('stops at a token that GitHub does not know', async () => {
    github.trouble['/repos/lab/one'] = [{ status: 401, body: '{"message":"Bad credentials"}' }];
    const result = await run(['one', 'two'], EMPTY_SNAPSHOT, { token: 'wrong' });
    expect(result.stopped).toMatchObject({ why: 'bad-token' });
    expect(github.log).toHaveLength(1);
  });

  it('stops where nothing answers at all', async () => {
    const url = github.url;
    await github.close();
    const result = await run(['one', 'two', 'three', 'four', 'five'], EMPTY_SNAPSHOT, { url });
    expect(result.stopped).toMatchObject({ why: 'unreachable' });
    expect(result.counts.waiting).toBe(2);
    github = await fakeGitHub();
  });
});
