import { describe, expect, it } from 'vitest';
import { checkSources } from '../../../src/rules/check.ts';
import { mend } from '../../../src/rules/fix.ts';
import { parseSource, type Source } from '../../../src/rules/source.ts';
import { sourceOf, projectFacts, vocabulary } from '../../support/make.ts';

const FILE = 'content/projects/sample.md';
const GOOD = sourceOf('projects', 'sample', projectFacts()).text;

function mended(text: string): { text: string; codes: string[] } {
  const sources = [...vocabulary(), parseSource('projects', FILE, text)];
  const result = mend(
    sources,
    (all: readonly Source[]) => checkSources(all, '2026-11-24'),
    () => true,
  );
  const left = checkSources(result.sources, '2026-11-24');
  return { text: result.sources.find(({ file }) => file === FILE)!.text, codes: left.map(({ code }) => code) };
}

/** Puts lines after the name of the good entry. */
const withLines = (lines: string, before = 'categories:') => GOOD.replace(before, `${lines}\n${before}`);

describe('mending', () => {
  it.each([
    ['a date in Chinese', 'released: 2024年5月1日', 'released: 2024-05-01'],
    ['a date with slashes', 'released: 2024/5/1', 'released: 2024-05-01'],
    ['a month in Chinese', 'released: 2024年5月', 'released: 2024-05'],
    ['a parameter count in 亿', 'variants:\n  - { name: 7B, parameters: 62亿 }', 'parameters: 6.2B'],
    ['a small unit', 'variants:\n  - { name: 7B, parameters: 7b }', 'parameters: 7B'],
    ['a context length in quotes', "variants:\n  - { name: 7B, contextLength: '2,048' }", 'contextLength: 2048'],
    ['a key in another case', 'zhname: 样品', 'zhName: 样品'],
    ['an option in another case', 'status: { state: Archived }', 'status: { state: archived }'],
    ['double quotes', 'zhName: "样品 \'甲\'"', "zhName: '样品 ''甲'''"],
    ['a value with a colon', 'zhName: 样品: 甲', "zhName: '样品: 甲'"],
    ['a number as a name', 'aliases: [123]', "aliases: ['123']"],
    ['a zero-width space', 'zhName: 样\u200b品', 'zhName: 样品'],
  ])('%s', (_, wrong, right) => {
    const result = mended(withLines(wrong));
    expect(result.codes).toEqual([]);
    expect(result.text).toContain(right);
  });

  it.each([
    ['a licence in another case', 'MIT, weights', 'mit, weights'],
    ['the address of a repository', 'https://github.com/lab/sample\n', 'http://www.github.com/lab/sample.git/\n'],
  ])('%s', (_, right, wrong) => {
    const flow = GOOD.replace(
      /licenses:\n {2}code: MIT\n {2}weights: MIT\n {2}data: unknown/,
      'licenses: { code: MIT, weights: MIT, data: unknown }',
    );
    expect(flow).toContain(right);
    const result = mended(flow.replace(right, wrong));
    expect(result).toEqual({ text: flow, codes: [] });
  });

  it('puts fields in order with the comments above them, and leaves the rest byte for byte', () => {
    const text = withLines('# 还没查到\nreleased: 2024-05-01').replaceAll('\n', '\r\n');
    const { text: after, codes } = mended(text);
    expect(codes).toEqual([]);
    expect(after).toContain('\r\n# 还没查到\r\nreleased: 2024-05-01\r\nsummary:');
    expect(after.split('\r\n').sort()).toEqual(text.split('\r\n').sort());
  });

  it('turns tabs into blanks', () => {
    expect(mended(GOOD.replace('  repo:', '\trepo:'))).toEqual({ text: GOOD, codes: [] });
  });

  it('leaves alone what somebody has to decide', () => {
    for (const wrong of [
      'released: 05/01/2024',
      'released: 2024.10',
      'kind2: x',
      'zhName: [a, b]',
      'status: { state: dead }',
    ]) {
      const text = withLines(wrong);
      expect(mended(text).text).toBe(text);
    }
  });

  it('changes only the files that are wanted', () => {
    const sources = [...vocabulary(), parseSource('projects', FILE, withLines('zhname: 样品'))];
    const { changed } = mend(
      sources,
      (all) => checkSources(all),
      () => false,
    );
    expect(changed).toEqual([]);
  });
});
