import { expect, it } from 'vitest';
import { printGitHub } from '../../../src/cli/reporters/github.ts';
import { printHuman } from '../../../src/cli/reporters/human.ts';
import type { Finding } from '../../../src/rules/finding.ts';

const finding: Finding = {
  code: 'schema',
  severity: 'error',
  file: 'content/projects/a.md',
  line: 3,
  column: 5,
  message: 'kind: 100% 不对',
  hint: '写成 chat-model',
};

it('prints place, sentence, code and remedy for a person', () => {
  expect(printHuman([finding], 2)).toBe(
    'content/projects/a.md:3:5  kind: 100% 不对 [schema]\n    → 写成 chat-model\n查过 2 个文件，有 1 处要改。',
  );
  expect(printHuman([], 2)).toBe('查过 2 个文件，没有问题。');
});

it('prints annotations that GitHub reads, escaped', () => {
  const [line] = printGitHub([finding], 2).split('\n');
  expect(line).toBe('::error file=content/projects/a.md,line=3,col=5,title=schema::kind: 100%25 不对 写成 chat-model');
});
