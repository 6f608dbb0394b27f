import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ROOT } from '../../support/built.ts';
import { projectFacts, sourceOf, vocabulary } from '../../support/make.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pull-request-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, content: string): string {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'src/cli', command), ...args], {
    encoding: 'utf8',
    env: { ...process.env, SITE_URL: '', BASE_PATH: '', ...env },
  });
  return { status, stdout, stderr };
}

const SHA = 'c'.repeat(40);
const EVENT = {
  repository: { full_name: 'owner/catalogue', default_branch: 'main', private: false },
  workflow_run: { id: 7, head_sha: SHA, head_repository: { full_name: 'stranger/catalogue' }, pull_requests: [] },
};
const PULL = {
  number: 12,
  state: 'open',
  head: { sha: SHA, repo: { full_name: 'stranger/catalogue' } },
  base: { ref: 'main', repo: { full_name: 'owner/catalogue' } },
};
const ARTIFACTS = {
  total_count: 3,
  artifacts: [
    { id: 8, name: 'preview', expired: false },
    { id: 9, name: 'preview', expired: false },
    { id: 10, name: 'preview', expired: true },
  ],
};

function commentArguments(pulls: unknown): string[] {
  return [
    ...['--event', write('event.json', JSON.stringify(EVENT))],
    ...['--pulls', write('pulls.json', JSON.stringify(pulls))],
    ...['--artifacts', write('artifacts.json', JSON.stringify(ARTIFACTS))],
    ...['--summary', join(folder, 'summary.json')],
    ...['--out', join(folder, 'comment.md')],
  ];
}

it('goes from two states of the content to the number of the pull request and its comment', () => {
  for (const { file, text } of vocabulary()) {
    write(`base/${file}`, text);
    write(`head/${file}`, text);
  }
  const { file, text } = sourceOf('projects', 'new-chat', projectFacts({ name: 'New Chat' }));
  write(`head/${file}`, text.replace('kind: chat-model', 'kind: chat'));
  const summary = [
    '--base',
    join(folder, 'base'),
    '--root',
    join(folder, 'head'),
    '--out',
    join(folder, 'summary.json'),
  ];
  expect(run('pull-request-summary.ts', summary)).toEqual({ status: 0, stdout: '', stderr: '' });

  const site = { SITE_URL: 'https://owner.example', BASE_PATH: '/catalogue' };
  const { status, stdout, stderr } = run('pull-request-comment.ts', commentArguments([PULL]), site);
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '12\n', stderr: '' });
  const comment = readFileSync(join(folder, 'comment.md'), 'utf8');
  expect(comment).toContain('1 处要改');
  expect(comment).toContain('(https://owner.example/catalogue/contribute/errors/bad-value/)');
  expect(comment).toContain('/actions/runs/7/artifacts/9)');
});

it('comments without a summary, and links to no site whose address is not known', () => {
  expect(run('pull-request-comment.ts', commentArguments([PULL])).stdout).toBe('12\n');
  expect(readFileSync(join(folder, 'comment.md'), 'utf8')).toContain('检查没有留下能读的结果');
  write('summary.json', JSON.stringify({ version: 1 }));
  expect(run('pull-request-comment.ts', commentArguments([PULL])).status).toBe(0);
  expect(readFileSync(join(folder, 'comment.md'), 'utf8')).not.toContain('.example');
});

it('does nothing where the run belongs to no open pull request', () => {
  expect(run('pull-request-comment.ts', commentArguments([]))).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(existsSync(join(folder, 'comment.md'))).toBe(false);
});

it.each(['pull-request-summary.ts', 'pull-request-comment.ts'])('%s says how it is used', (command) => {
  for (const args of [[], ['--nonsense']]) {
    const { status, stderr } = run(command, args);
    expect(status).toBe(1);
    expect(stderr).toContain('用法：');
    expect(stderr).not.toMatch(/^\s+at /m);
  }
});
