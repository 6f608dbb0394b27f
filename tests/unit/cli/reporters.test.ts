import type { Log } from 'sarif';
import { expect, it } from 'vitest';
import { printGitHub } from '../../../src/cli/reporters/github.ts';
import { printHuman } from '../../../src/cli/reporters/human.ts';
import { printJson } from '../../../src/cli/reporters/json.ts';
import { printSarif } from '../../../src/cli/reporters/sarif.ts';
import type { Finding } from '../../../src/rules/finding.ts';

const finding: Finding = {
  code: 'bad-value',
  severity: 'error',
  file: 'content/projects/a.md',
  line: 3,
  column: 5,
  message: 'kind: 100% 不对',
  hint: '写成 chat-model',
};

it('prints place, sentence, code and remedy for a person', () => {
  expect(printHuman([finding], 2)).toBe(
    'content/projects/a.md:3:5  kind: 100% 不对 [bad-value]\n    → 写成 chat-model\n查过 2 个文件，有 1 处要改。',
  );
  expect(printHuman([], 2)).toBe('查过 2 个文件，没有问题。');
});

it('prints annotations that GitHub reads, escaped', () => {
  const [line] = printGitHub([finding], 2).split('\n');
  expect(line).toBe(
    '::error file=content/projects/a.md,line=3,col=5,title=bad-value::kind: 100%25 不对 写成 chat-model',
  );
});

it('says what is only advised, what can be mended and where it is explained', () => {
  const advice = { ...finding, severity: 'warning' as const, fix: [{ start: 0, end: 1, text: '' }] };
  expect(
    printHuman([finding, advice], 2, (code) => `https://site.example/${code}/`)
      .split('\n')
      .slice(2),
  ).toEqual([
    'content/projects/a.md:3:5  提醒：kind: 100% 不对 [bad-value]',
    '    → 写成 chat-model',
    '每种问题的说明和例子：',
    '  https://site.example/bad-value/',
    '查过 2 个文件，有 1 处要改，1 处最好改。',
    '其中 1 处能自动改：npm run check -- --fix',
  ]);
});

it('prints data with every field', () => {
  expect(JSON.parse(printJson([{ ...finding, actual: 'chat' }], 2))).toEqual({
    files: 2,
    findings: [{ ...finding, actual: 'chat', expected: null, fixable: false, help: null }],
  });
});

it('prints SARIF with a rule for each code and a place for each result', () => {
  const log = JSON.parse(printSarif([finding, finding], 2, (code) => `https://site.example/${code}/`)) as Log;
  expect(log).toMatchObject({ version: '2.1.0', runs: [{ tool: { driver: { name: 'check' } } }] });
  const [run] = log.runs;
  expect(run!.tool.driver.rules).toEqual([{ id: 'bad-value', helpUri: 'https://site.example/bad-value/' }]);
  expect(run!.results).toHaveLength(2);
  expect(run!.results![0]!.locations![0]!.physicalLocation).toEqual({
    artifactLocation: { uri: 'content/projects/a.md', uriBaseId: 'ROOT' },
    region: { startLine: 3, startColumn: 5 },
  });
});
