import { parse } from 'csv-parse/sync';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { compareCsv, compareMarkdown } from '../../../../src/domain/compare/export.ts';
import { compareWords } from '../../../../src/outputs/compare-words.ts';
import { FULL, tableOf } from '../../../support/compared.ts';
import { catalogOf } from '../../../support/make.ts';

const ODD = '=1+1, "a|b" [x](y) <i> 两行';
const catalog = catalogOf({
  full: { ...FULL, name: '@Full' },
  bare: { name: 'Bare', variants: [{ name: ODD, contextLength: 1024 }] },
});
const table = tableOf(catalog, ['full', 'bare']);
const options = { onlyDifferences: false, address: 'https://site.example/compare/?ids=full,bare' };
const rows = table.groups.flatMap(({ title, rows: own }) => own.map((row) => ({ title, row })));

describe('CSV', () => {
  const read = (onlyDifferences: boolean): string[][] =>
    parse(compareCsv(table, compareWords, { ...options, onlyDifferences }), { bom: true, record_delimiter: '\r\n' });

  it('has a row for each fact, with the sources of each value', () => {
    const [head, ...body] = read(false);
    expect(head).toEqual(['类别', '事实', "'@Full", "'@Full 的来源", 'Bare', 'Bare 的来源']);
    expect(body.map(([group, fact]) => [group, fact])).toEqual(rows.map(({ title, row }) => [title, row.label]));
    const at = (label: string) => body.find(([, fact]) => fact === label)!;
    expect(at('上下文长度').slice(2)).toEqual([
      '2,048 token; 4,096 token; 最长',
      'https://github.com/lab/sample',
      '1,024 token; 最短',
      'https://github.com/lab/sample',
    ]);
    expect(at('最低推理显存')[4]).toBe('未知');
    expect(at('宣传里的说法')[3]).toBe('https://github.com/lab/sample');
    expect(at('尺寸与版本')[4]).toBe(`'${ODD}（1,024 token）`);
  });

  it('begins with a byte-order mark and runs no formula', () => {
    const text = compareCsv(table, compareWords, options);
    expect(text.charCodeAt(0)).toBe(0xfeff);
    for (const cell of read(false).flat()) expect(cell).not.toMatch(/^[=+\-@]/);
  });

  it('leaves out rows that are alike where only differences are shown', () => {
    expect(read(true)).toHaveLength(table.differing + 1);
  });
});

describe('Markdown', () => {
  const text = compareMarkdown(table, compareWords, options);
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const grid = tree.children[0]!;

  it('is one table that every reader of GFM sees as it is, and says where it comes from', () => {
    expect(grid.type).toBe('table');
    if (grid.type !== 'table') return;
    expect(grid.children).toHaveLength(rows.length + 1);
    for (const row of grid.children) expect(row.children).toHaveLength(3);
    expect(text).toContain(`\n<${options.address}>\n`);
    expect(JSON.stringify(grid)).not.toContain('"type":"html","value":"<i>"');
  });

  it('links values and sources by full addresses', () => {
    expect(text).toContain('[@Full](https://site.example/projects/full/)');
    expect(text).toContain('[lab/full](https://github.com/lab/full) [1](https://github.com/lab/sample)');
    expect(text).toContain('[微调自 Bare](https://site.example/projects/bare/)（只限 Full-7B，一句）');
    expect(text).toContain('2,048 token<br>4,096 token<br>最长');
  });
});
