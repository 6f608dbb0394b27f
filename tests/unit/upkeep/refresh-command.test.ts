import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SNAPSHOT_FILE } from '../../../src/files/github-snapshot.ts';
import { githubSnapshotSchema } from '../../../src/schema/github-snapshot.ts';
import { ROOT } from '../../support/built.ts';
import { fakeGitHub, type FakeGitHub } from '../../support/fake-github.ts';
import { entryText, fixtureRoot, type FixtureRoot } from '../../support/fixture-root.ts';

const run = promisify(execFile);
let github: FakeGitHub;
let root: FixtureRoot;

const one = entryText('one', '{ repo: https://github.com/lab/one }');
const two = entryText('two', '{ repo: https://github.com/lab/two }');

beforeEach(async () => {
  github = await fakeGitHub([
    { id: 1, fullName: 'new/one', formerNames: ['lab/one'], stars: 10 },
    { id: 2, fullName: 'lab/two', license: 'Apache-2.0' },
  ]);
  root = fixtureRoot({
    'content/projects/one.md': one,
    'content/projects/two.md': two,
    'content/projects/weights.md': entryText('weights', '{ repo: https://huggingface.co/lab/weights }'),
  });
});
afterEach(async () => {
  root.remove();
  await github.close();
});

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

async function refresh(args: string[] = [], env: Record<string, string> = {}): Promise<Outcome> {
  const command = [join(ROOT, 'src/cli/refresh.ts'), '--root', root.path, ...args];
  const settings = {
    ...process.env,
    GITHUB_API_URL: github.url,
    GITHUB_TOKEN: '',
    SOURCE_DATE_EPOCH: '1795500000',
    ...env,
  };
  const outcome: Outcome = await run('node', command, { env: settings }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: Outcome) => error,
  );
  expect(outcome.stdout + outcome.stderr).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
  return outcome;
}

const read = (file: string) => readFileSync(join(root.path, file), 'utf8');
const snapshot = () => githubSnapshotSchema.parse(JSON.parse(read(SNAPSHOT_FILE)));

describe('npm run refresh', { timeout: 60_000 }, () => {
  it('writes the snapshot, one line a project, and leaves the entries alone', async () => {
    const { code, stdout } = await refresh();
    expect(code).toBe(0);
    expect(Object.keys(snapshot().repositories)).toEqual(['one', 'two']);
    expect(read(SNAPSHOT_FILE).match(/^ {4}"(?:one|two)": \{.*\},?$/gm)).toHaveLength(2);
    expect(readdirSync(join(root.path, 'content/_generated'))).toEqual(['github.json']);
    expect(stdout).toContain('# GitHub 核对（2026-11-24）');
    expect(stdout).toContain('1 个条目没有 GitHub 仓库');
    expect(stdout).toContain(
      '| one | 改名或搬家 | links.repo | https://github.com/lab/one | https://github.com/new/one |',
    );
    expect(stdout).toContain('| two | 许可证与条目不同 | licenses.code | MIT | Apache-2.0 |');
    expect(read('content/projects/one.md')).toBe(one);
  });

  it('writes what is mechanical with --apply, and the report to a file', async () => {
    const file = join(root.path, 'report.md');
    const { code } = await refresh(['--apply', '--report', file]);
    expect(code).toBe(0);
    expect(read('content/projects/one.md')).toContain('movedFrom: [https://github.com/lab/one]');
    expect(read('content/projects/two.md')).toBe(two);
    expect(readFileSync(file, 'utf8')).toContain('## 已经写进条目的');
    // What was written is what GitHub says: a second run has nothing left to do.
    expect((await refresh(['--apply'])).stdout).not.toContain('one |');
  });

  it('gives the text of a tombstone for a repository that is gone', async () => {
    github.repositories = [];
    const { stdout } = await refresh(['--only', 'one', '--apply']);
    expect(stdout).toContain('status: { state: unavailable, since: 2026-11-24, reason: GitHub 上打不开了 }');
    expect(read('content/projects/one.md')).toBe(one);
    expect(snapshot().missing).toEqual({ one: { repo: 'https://github.com/lab/one', since: '2026-11-24' } });
  });

  it('asks only about --only, and writes nothing with --dry-run', async () => {
    await refresh(['--only', 'two', '--dry-run', '--apply']);
    expect(github.log.map(({ path }) => path)).toEqual(['/repos/lab/two']);
    expect(existsSync(join(root.path, 'content/_generated'))).toBe(false);
    expect(read('content/projects/one.md')).toBe(one);
  });

  it('says in a sentence that the limit is used up, having written what it has', async () => {
    // A redirect counts as a request of its own.
    github.remaining = 2;
    const { code, stderr } = await refresh();
    expect(code).toBe(0);
    expect(stderr).toContain('GitHub 的请求限额用完了。还有 1 个仓库没有问到');
    expect(Object.keys(snapshot().repositories)).toEqual(['one']);
  });

  it('fails with a sentence where nothing could be learnt', async () => {
    github.trouble['/repos/lab/one'] = [{ status: 401 }];
    const { code, stderr } = await refresh([], { GITHUB_TOKEN: 'wrong' });
    expect(code).toBe(1);
    expect(stderr).toContain('GitHub 不认 GITHUB_TOKEN 里的令牌');
    expect(existsSync(join(root.path, SNAPSHOT_FILE))).toBe(false);
  });

  it('does not touch a snapshot that it cannot read', async () => {
    root.write(SNAPSHOT_FILE, '{ "version": 2 }');
    const { code, stderr } = await refresh();
    expect(code).toBe(1);
    expect(stderr).toContain('content/_generated/github.json 读不懂');
    expect(read(SNAPSHOT_FILE)).toBe('{ "version": 2 }');
  });

  it.each([
    [['--only', 'nowhere'], "没有名为 'nowhere' 的条目"],
    [['--max-wait', 'soon'], '--max-wait 要写秒数'],
    [['--frobnicate'], '看不懂这个参数'],
  ])('explains itself when called with %j', async (args, sentence) => {
    const { code, stderr } = await refresh(args);
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
    expect(stderr).toContain('--dry-run');
  });

  it('refuses an address of the API that is none', async () => {
    const { code, stderr } = await refresh([], { GITHUB_API_URL: 'github' });
    expect(code).toBe(2);
    expect(stderr).toContain("GITHUB_API_URL 不是网址：'github'");
  });
});
