import { describe, expect, it } from 'vitest';
import { cellsOf, FULL, linesOf, tableOf } from '../../../support/compared.ts';
import { catalogOf } from '../../../support/make.ts';

type Facts = Record<string, unknown>;

const catalog = catalogOf({ full: FULL, bare: { name: 'Bare' } }, { corpus: { usedBy: ['full'] } });

describe('the rows', () => {
  it('write facts with units and conditions', () => {
    const table = tableOf(catalog, ['full', 'bare']);
    expect(linesOf(table, 'parameters')).toEqual([['70 亿（7B），激活 1B', '130 亿（13B）'], ['未知']]);
    expect(linesOf(table, 'contextLength')).toEqual([['2,048 token', '4,096 token'], ['未知']]);
    expect(linesOf(table, 'memory')).toEqual([['6 GB（INT4，项目给出，Full-7B，2,048 token）'], ['未知']]);
    expect(linesOf(table, 'languages')![0]).toEqual(['中文、英语']);
    expect(linesOf(table, 'modalities')![0]).toEqual(['输入文字、图像，输出文字']);
    expect(linesOf(table, 'weightsLicense')![0]).toEqual([
      'MIT License（可商用）',
      'Conditional（有条件，只限 Full-13B）',
    ]);
    expect(linesOf(table, 'lineage')![0]).toEqual(['微调自 Bare（只限 Full-7B，一句）']);
    expect(linesOf(table, 'hardware')![0]![2]).toBe('微调 5 GB（项目给出，LoRA）');
    expect(linesOf(table, 'status')![0]).toEqual(['有后继（自 2024-01）', '后继 Bare', '换代', '镜像']);
    expect(linesOf(table, 'repo')).toEqual([['lab/full'], ['lab/sample']]);
    expect(linesOf(table, 'paper')).toEqual([['arxiv.org/abs/2301.00001'], ['未知']]);
    expect(linesOf(table, 'datasets')![0]).toEqual(['corpus']);
  });

  it('tell unknown, none and not applicable apart', () => {
    const tools = catalogOf({ tool: { kind: 'runtime' }, model: {} });
    const states = (id: string) => cellsOf(tableOf(tools, ['tool', 'model']), id)?.map(({ state }) => state);
    expect(states('parameters')).toEqual(['inapplicable', 'unknown']);
    expect(states('sft')).toEqual(['inapplicable', 'unknown']);
    expect(states('weights')).toEqual(['inapplicable', 'none']);
    expect(cellsOf(tableOf(tools, ['tool', 'tool']), 'parameters')).toBeUndefined();
    expect(cellsOf(tableOf(tools, ['tool', 'model']), 'demo')).toBeUndefined();
    expect(linesOf(tableOf(catalog, ['bare', 'full']), 'lineage')![0]).toEqual(['没有上游，从头训练']);
  });
});

describe('differences', () => {
  const differs = (a: Facts, b: Facts, id: string) => {
    const two = catalogOf({ a, b });
    return tableOf(two, ['a', 'b'])
      .groups.flatMap(({ rows }) => rows)
      .find((row) => row.id === id)!.differs;
  };

  it('are not a matter of order', () => {
    expect(differs({ languages: ['zh', 'en'] }, { languages: ['en', 'zh'] }, 'languages')).toBe(false);
    const [small, large] = [
      { name: 'S', parameters: '1B' },
      { name: 'L', parameters: '2B' },
    ];
    expect(differs({ variants: [small, large] }, { variants: [large, small] }, 'parameters')).toBe(false);
  });

  it('are not made by sources', () => {
    const evidence = (accessed: string) => [
      { id: 'r', url: 'https://lab.example/', accessed, supports: ['released', 'links', 'licenses', 'lineage'] },
    ];
    const of = (accessed: string) => ({ released: '2023-01', evidence: evidence(accessed) });
    expect(differs(of('2026-01-01'), of('2026-01-02'), 'released')).toBe(false);
  });

  it('are there where one is known and the other is not, and where notes differ', () => {
    expect(differs({ released: '2023-01' }, {}, 'released')).toBe(true);
    expect(differs({}, {}, 'released')).toBe(false);
    const int4 = [{ task: 'inference', precision: 'int4', vramGb: 6, basis: 'measured' }];
    const fp16 = [{ task: 'inference', precision: 'fp16', vramGb: 6, basis: 'measured' }];
    expect(differs({ hardware: int4 }, { hardware: fp16 }, 'memory')).toBe(true);
  });

  it('are counted', () => {
    const table = tableOf(catalogOf({ a: {}, b: { released: '2023' + '-01' } }), ['a', 'b']);
    const rows = table.groups.flatMap((group) => group.rows);
    expect(table.differing).toBe(rows.filter((row) => row.differs).length);
    expect(table.alike).toBe(rows.length - table.differing);
    expect(rows.filter((row) => row.differs).map(({ id }) => id)).toEqual(['released']);
  });
});

describe('best and worst', () => {
  const ranksOf = (id: string, ...facts: Facts[]) => {
    const entries = Object.fromEntries(facts.map((fact, i) => [`p${i}`, fact]));
    return cellsOf(tableOf(catalogOf(entries), Object.keys(entries)), id)!.map(({ rank }) => rank);
  };
  const context = (contextLength?: number) => ({ variants: [{ name: 'V', ...(contextLength && { contextLength }) }] });
  const memory = (vramGb: number, task = 'inference') => ({ hardware: [{ task, vramGb, basis: 'measured' }] });
  const weights = (id: string) => ({ licenses: { code: 'MIT', weights: id, data: 'unknown' } });

  it('follow the verdict, and leave unknown out', () => {
    expect(
      ranksOf('verdict', weights('MIT'), weights('forbidden'), weights('conditional'), weights('unclear')),
    ).toEqual(['best', 'worst', null, null]);
  });

  it('follow the longest context and the least memory', () => {
    expect(ranksOf('contextLength', context(2048), context(), context(8192))).toEqual(['worst', null, 'best']);
    // An entry stands by its longest.
    const both = { variants: [...context(1024).variants, { name: 'W', contextLength: 16384 }] };
    expect(ranksOf('contextLength', both, context(8192))).toEqual(['best', 'worst']);
    expect(ranksOf('memory', memory(6), memory(24), memory(1, 'finetuning'))).toEqual(['best', 'worst', null]);
  });

  it("are shared by equals, and nobody's where all are alike or only one is known", () => {
    expect(ranksOf('contextLength', context(2), context(2), context(1))).toEqual(['best', 'best', 'worst']);
    expect(ranksOf('contextLength', context(2), context(2))).toEqual([null, null]);
    expect(ranksOf('contextLength', context(2), context())).toEqual([null, null]);
  });

  it('are never of sizes, dates or stages', () => {
    const two = [
      { variants: [{ name: 'A', parameters: '1B' }], released: '2022-11' },
      { variants: [{ name: 'B', parameters: '9B' }], released: '2024-01', training: { sft: 'released' } },
    ];
    for (const id of ['parameters', 'released', 'sft']) expect(ranksOf(id, ...two)).toEqual([null, null]);
  });

  it('are said in words', () => {
    const table = tableOf(catalogOf({ a: context(1), b: context(2) }), ['a', 'b']);
    expect(cellsOf(table, 'contextLength')!.map(({ rankWord }) => rankWord)).toEqual(['最短', '最长']);
  });
});

describe('sources', () => {
  it('of an openness cell are those of the fact that it is derived from', () => {
    const evidence = [
      { id: 'readme', url: 'https://a.example/', accessed: '2026-01-02', supports: ['links', 'lineage'] },
      { id: 'terms', url: 'https://b.example/', accessed: '2026-01-03', supports: ['licenses.data'] },
      { id: 'code', url: 'https://c.example/', accessed: '2026-01-03', supports: ['openness.trainingCode'] },
    ];
    const facts = {
      evidence,
      licenses: { code: 'MIT', weights: 'MIT', data: 'not-released' },
      openness: { trainingCode: 'partly' },
    };
    const table = tableOf(catalogOf({ a: facts }), ['a']);
    const cell = (id: string) => cellsOf(table, `open:${id}`)![0]!;
    expect(cell('trainingCode').sources).toEqual([3]);
    expect(cell('trainingCode').items[0]).toEqual({ text: '部分', shape: 'stage-word stage-described' });
    expect(cell('pretrainingData').items[0]!.text).toBe('封闭');
    expect(cell('pretrainingData').sources).toEqual([2]);
    expect(cell('modelCard').state).toBe('unknown');
    expect(cell('modelCard').sources).toEqual([]);
  });

  it('stand by every fact that has some, by its own number', () => {
    const evidence = [
      {
        id: 'readme',
        url: 'https://a.example/',
        title: 'README',
        accessed: '2026-01-02',
        supports: ['links', 'claims'],
      },
      { id: 'terms', url: 'https://b.example/', accessed: '2026-01-03', supports: ['licenses', 'lineage'] },
      { id: 'paper', url: 'https://c.example/', accessed: '2026-01-04', supports: ['released', 'claims'] },
    ];
    const claims = [
      { text: '一', verdict: 'disputed', evidence: 'paper' },
      { text: '二', verdict: 'refuted', evidence: 'readme' },
    ];
    const table = tableOf(catalogOf({ a: { evidence, claims, released: '2023-01' } }), ['a']);
    const sources = (id: string) => cellsOf(table, id)![0]!.sources;
    expect(sources('released')).toEqual([3]);
    expect(sources('verdict')).toEqual([2]);
    expect(sources('repo')).toEqual([1]);
    expect(sources('contextLength')).toEqual([]);
    expect(sources('claims')).toEqual([]);
    expect(cellsOf(table, 'claims')![0]!.items.map((item) => item.sources)).toEqual([[3], [1]]);
    expect(table.columns[0]!.sources[1]).toEqual({
      number: 2,
      url: 'https://b.example/',
      title: 'https://b.example/',
      accessed: '2026-01-03',
    });
  });
});
