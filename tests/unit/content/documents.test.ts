import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { checkSources } from '../../../src/rules/check.ts';
import { parseSource } from '../../../src/rules/source.ts';
import { ROOT } from '../../support/built.ts';
import { vocabulary } from '../../support/make.ts';

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const treeOf = (file: string) => fromMarkdown(readFileSync(join(ROOT, file), 'utf8'));

describe.each(documents)('%s', (file) => {
  it('leads to files that are there', () => {
    const missing: string[] = [];
    visit(treeOf(file), 'link', ({ url }) => {
      // `../../issues` is GitHub's own page, seen from a file's page there.
      if (/^(?:https?:|#|\.\.\/\.\.\/issues)/.test(url)) return;
      if (!existsSync(join(ROOT, dirname(file), url.split('#')[0]!))) missing.push(url);
    });
    expect(missing).toEqual([]);
  });

  it('names commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object };
    const named = [...readFileSync(join(ROOT, file), 'utf8').matchAll(/npm run ([a-z][a-z:-]*)/g)].map((m) => m[1]!);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

it('shows a shortest entry that the checker takes', () => {
  const examples: string[] = [];
  visit(treeOf('CONTRIBUTING.md'), 'code', ({ lang, value }) => {
    if (lang === 'yaml') examples.push(value);
  });
  expect(examples).toHaveLength(1);
  const source = parseSource('projects', 'content/projects/new-chat-7b.md', `${examples[0]}\n`);
  expect(checkSources([...vocabulary(), source], '2026-11-24')).toEqual([]);
});
