import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublishedProject } from '../../src/schema/published.ts';
import { ROOT } from '../support/built.ts';
import { record } from '../support/github-record.ts';
import { outsideOfTests } from '../support/environment.ts';

const COPY = join(ROOT, 'tests/.tmp/refusal');

const entry = (facts: string, body = '') => `---
name: NAME
categories: [independent]
kind: chat-model
organizations: [thudm]
summary: 一个只在测试里出现的对话模型，用来检验构建会不会停。
links: { repo: https://github.com/lab/NAME }
licenses: { code: MIT }
${facts}evidence:
  - { id: readme, url: https://github.com/lab/NAME, accessed: 2026-01-02, supports: [links, licenses, lineage] }
---
${body}`;

function write(id: string, text: string, extension = '.md'): void {
  writeFileSync(join(COPY, `content/projects/${id}${extension}`), text.replaceAll('NAME', id));
}

/** Runs a command in the copy; no shell, no colours. */
function run(command: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: COPY,
    encoding: 'utf8',
    env: { ...outsideOfTests(), NO_COLOR: '1' },
  });
  return { status, output: `${stdout}${stderr}` };
}

describe('content with something wrong', () => {
  beforeAll(() => {
    rmSync(COPY, { recursive: true, force: true });
    mkdirSync(COPY, { recursive: true });
    for (const name of ['src', 'content', 'public', 'package.json', 'tsconfig.json', 'astro.config.mjs'])
      cpSync(join(ROOT, name), join(COPY, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(COPY, 'node_modules'));
    write('zz-dangling', entry('lineage:\n  - { from: no-such-base, relation: finetune }\n'));
    write('zz-cycle-a', entry('lineage:\n  - { from: zz-cycle-b, relation: finetune }\n'));
    write('zz-cycle-b', entry('lineage:\n  - { from: zz-cycle-a, relation: finetune }\n'));
    write('zz-html', entry('', '\n<script>alert(1)</script>\n'));
    write('zz-code', entry('', '\n{process.exit()}\n'), '.mdx');
    write('zz-twin', entry(''));
    write('zz-twin', entry('').replace('https://github.com/lab/NAME }', 'https://github.com/lab/other }'), '.mdx');
  });
  afterAll(() => rmSync(COPY, { recursive: true, force: true }));

  const EXPECTED = [
    /content\/projects\/zz-code\.mdx:\d+:\d+ .*表达式/,
    /content\/projects\/zz-cycle-b\.md:10:\d+ .*zz-cycle-a → zz-cycle-b → zz-cycle-a/,
    /content\/projects\/zz-dangling\.md:10:\d+ .*没有名为 'no-such-base' 的条目/,
    /content\/projects\/zz-html\.md:\d+:1 .*HTML/,
    /content\/projects\/zz-twin\.mdx:2:1 .*id 'zz-twin' 已经被/,
  ];

  it('stops the build before anything is written, with every finding, file and line', () => {
    const { status, output } = run('astro', 'build');
    expect(status).toBe(1);
    for (const pattern of EXPECTED) expect(output).toMatch(pattern);
    expect(output).not.toContain('page(s) built');
  });

  it('is told the same by the checker, without a stack trace', () => {
    const { status, output } = run('node', 'src/cli/check.ts');
    expect(status).toBe(1);
    for (const pattern of EXPECTED) expect(output).toMatch(pattern);
    expect(output).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
  });

  it('does not spoil the check of another file', () => {
    expect(run('node', 'src/cli/check.ts', 'content/projects/moss.md').status).toBe(0);
    expect(run('node', 'src/cli/check.ts', 'content/projects/nowhere.md').status).toBe(1);
  });

  // Builds the whole catalogue once more.
  it('builds an .mdx entry that is prose, its links marked like any other', { timeout: 240_000 }, () => {
    for (const name of readdirSync(join(COPY, 'content/projects')))
      if (name.startsWith('zz-')) rmSync(join(COPY, 'content/projects', name));
    const prose = `\n## 是什么\n\n这是**正文**，带一个[外链](https://example.org/)。${'凑够字数的一句话。'.repeat(25)}\n`;
    write('zz-prose', entry('', prose), '.mdx');
    mkdirSync(join(COPY, 'content/_generated'), { recursive: true });
    const repositories = { 'zz-prose': record({ repo: 'https://github.com/lab/zz-prose' }) };
    writeFileSync(
      join(COPY, 'content/_generated/github.json'),
      JSON.stringify({ version: 1, repositories, missing: {} }),
    );
    const { status, output } = run('astro', 'build', '--silent');
    expect(output).not.toMatch(/error/i);
    expect(status).toBe(0);
    const html = readFileSync(join(COPY, 'dist/projects/zz-prose/index.html'), 'utf8');
    expect(html).toContain('<strong>正文</strong>');
    expect(html).toMatch(/<a href="https:\/\/example\.org\/" rel="noopener noreferrer external">外链<\/a>/);
    expect(html).toContain('edit/main/content/projects/zz-prose.mdx');

    // What GitHub said is shown with its day, and published; of a project that was not asked nothing is said.
    const pageOf = (id: string) => readFileSync(join(COPY, `dist/projects/${id}/index.html`), 'utf8');
    const published = JSON.parse(readFileSync(join(COPY, 'dist/api/v1/projects.json'), 'utf8')) as PublishedProject[];
    const repositoryOf = (id: string) => published.find((project) => project.id === id)!.repository;
    expect(html).toContain('GitHub（2026-11-24 的快照）：12,345 颗星');
    expect(repositoryOf('zz-prose')).toMatchObject({ stars: 12_345, checked: '2026-11-24' });
    expect(pageOf('moss')).not.toContain('的快照）：');
    expect(repositoryOf('moss')).toBeNull();
  });
});
