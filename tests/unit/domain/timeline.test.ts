import { describe, expect, it } from 'vitest';
import { labelBox, overlaps, placeLabels, stackLabels, labelWidth } from '../../../src/domain/timeline/labels.ts';
import { BASE_CHILDREN, firstOf, milestonesOf } from '../../../src/domain/timeline/milestones.ts';
import { monthIndex, placeDate, timelineOf, type Dated } from '../../../src/domain/timeline/months.ts';
import {
  bitsOf,
  memoryPoints,
  originOf,
  parametersFor,
  sizePoints,
  sizesOf,
  weightGigabytes,
} from '../../../src/domain/timeline/sizes.ts';
import { catalogOf } from '../../support/make.ts';

type Facts = Record<string, unknown>;
const timeline = (projects: Record<string, Facts>) => timelineOf(catalogOf(projects).projects);
const ids = (projects: readonly { id: string }[]) => projects.map(({ id }) => id);

describe('months', () => {
  it('counts from November 2022', () => {
    expect(['2022-11', '2022-12-31', '2023-01', '2026-08-12', '2022-10-31', '2020-03'].map(monthIndex)).toEqual([
      0, 1, 2, 45, -1, -32,
    ]);
  });

  it('places a day at its middle, and a month without a day at the middle of the month, marked as such', () => {
    expect(placeDate('2022-11-01')).toEqual({ at: 0.5 / 30, exact: true });
    expect(placeDate('2024-02-29')).toEqual({ at: 15 + 28.5 / 29, exact: true });
    expect(placeDate('2023-03')).toEqual({ at: 4.5, exact: false });
  });

  const { months, earlier, undated } = timeline({
    d: { released: '2023-01-20' },
    c: { released: '2023-01' },
    b: { released: '2022-11-30' },
    a: { released: '2022-10-31' },
    old: { released: '2020-03' },
    unknown: {},
    joke: { released: '2023-01-01', status: { state: 'hoax' } },
  });

  it('has every month from the first to the last release, empty ones too', () => {
    expect(months.map(({ month, projects }) => [month, ids(projects)])).toEqual([
      ['2022-11', ['b']],
      ['2022-12', []],
      ['2023-01', ['c', 'd']],
    ]);
  });

  it('keeps what was earlier and what has no date, and leaves out what never was', () => {
    expect(ids(earlier)).toEqual(['old', 'a']);
    expect(ids(undated)).toEqual(['unknown']);
  });

  it('has no months where nothing was released', () => expect(timeline({ a: {} }).months).toEqual([]));
});

describe('milestones', () => {
  const dated = (released: string) => ({ id: released, released }) as Dated;

  it('says who was first, and who may have been where the day is not known', () => {
    expect(ids(firstOf([dated('2023-03-18'), dated('2023-04-01')]))).toEqual(['2023-03-18']);
    expect(ids(firstOf([dated('2023-03-18'), dated('2023-03'), dated('2023-03-19')]))).toEqual([
      '2023-03-18',
      '2023-03',
    ]);
    expect(ids(firstOf([dated('2023-03'), dated('2023-04')]))).toEqual(['2023-03']);
    expect(firstOf([])).toEqual([]);
  });

  it('marks the first of a kind only where the first is on the axis and there are others', () => {
    const marked = (facts: Facts) =>
      milestonesOf(
        timeline({
          a: { kind: 'agent', released: '2023-03' },
          b: { kind: 'agent', released: '2023-05-01' },
          c: { kind: 'chat-model', ...facts },
          d: { kind: 'chat-model', released: '2023-02-01' },
          e: { kind: 'runtime', released: '2023-02-01' },
        }),
      ).map(({ project, reasons }) => [project.id, reasons]);
    const agent = ['a', [{ kind: 'first', of: 'agent', shared: false }]];
    expect(marked({ released: '2022-10-01' })).toEqual([agent]);
    expect(marked({ released: '2023-01-01' })).toEqual([
      ['c', [{ kind: 'first', of: 'chat-model', shared: false }]],
      agent,
    ]);
  });

  it('marks a base from so many entries on that were made from its weights, each counted once', () => {
    const edge = (relation: string) => ({ from: 'base', relation });
    const family = (count: number): Record<string, Facts> => ({
      base: { released: '2023-02-24', kind: 'base-model' },
      data: { lineage: [edge('data-from')] },
      ...Object.fromEntries(
        Array.from({ length: count }, (_, i) => [`child${i}`, { lineage: [edge('finetune'), edge('component')] }]),
      ),
    });
    expect(milestonesOf(timeline(family(BASE_CHILDREN - 1)))).toEqual([]);
    const [milestone] = milestonesOf(timeline(family(BASE_CHILDREN)));
    expect(milestone!.reasons).toEqual([{ kind: 'base', children: BASE_CHILDREN }]);
  });

  it('marks the first trillion only where all its sizes have it, so that the date is theirs', () => {
    const sizes = (...parameters: string[]) => ({
      variants: parameters.map((size) => ({ name: size, parameters: size })),
    });
    const marked = (facts: Facts) =>
      milestonesOf(timeline({ a: { released: '2025-07', ...facts }, b: { released: '2026-01', ...sizes('2T') } }))
        .filter(({ reasons }) => reasons.some(({ kind }) => kind === 'trillion'))
        .map(({ project }) => project.id);
    expect(marked(sizes('1T'))).toEqual(['a']);
    expect(marked(sizes('400B', '1T'))).toEqual([]);
    expect(marked(sizes('400B'))).toEqual(['b']);
  });
});

describe('sizes', () => {
  const project = (facts: Facts) => catalogOf({ base: {}, a: facts }).projectById.get('a')!;
  const variants = [
    { name: 'B', parameters: '13B' },
    { name: 'A', parameters: '7B' },
    { name: 'C' },
    { name: 'D', parameters: '7B' },
  ];

  it('are the known ones, each once', () => {
    expect(sizesOf(project({ variants }))).toEqual([7e9, 13e9]);
    expect(sizesOf(project({}))).toEqual([]);
  });

  it('are drawn from the smallest to the largest, those without one counted', () => {
    const { points, unsized } = sizePoints(
      timeline({
        a: { released: '2023-03', variants },
        b: { released: '2023-03-02' },
        c: { released: '2021-01-01', variants },
      }),
    );
    expect(points.map(({ project: { id }, smallest, largest }) => [id, smallest, largest])).toEqual([['a', 7e9, 13e9]]);
    expect(unsized).toBe(1);
  });

  it('tell whose pretraining they rest on', () => {
    const from = (relation: string) => originOf(project({ lineage: [{ from: 'base', relation }] }));
    expect(from('finetune')).toBe('built-on');
    expect(from('same-architecture')).toBe('own');
    expect(originOf(project({ lineage: [] }))).toBe('own');
    expect(originOf(project({ lineage: undefined }))).toBe('unknown');
  });

  it('are known for a memory figure by the version named, or where there is but one', () => {
    expect(parametersFor(project({ variants }), 'A')).toBe(7e9);
    expect(parametersFor(project({ variants }), 'C')).toBeNull();
    expect(parametersFor(project({ variants }), undefined)).toBeNull();
    expect(parametersFor(project({ variants: [variants[1]!, variants[3]!] }), undefined)).toBe(7e9);
    expect(parametersFor(project({ variants: [variants[1]!, variants[2]!] }), undefined)).toBeNull();
  });
});

describe('memory figures', () => {
  const item = (facts: Facts) => ({ task: 'inference', precision: 'int4', vramGb: 6, basis: 'measured', ...facts });
  const { points, withoutPrecision, withoutSize } = memoryPoints(
    catalogOf({
      a: {
        variants: [{ name: '6B', parameters: '6.2B' }],
        hardware: [
          item({}),
          item({ precision: undefined, vramGb: 13 }),
          item({ task: 'finetuning', vramGb: 7 }),
          item({ basis: 'computed', vramGb: 8 }),
        ],
      },
      b: { hardware: [item({ vramGb: 4 })] },
    }).projects,
  );

  it('are the measured ones of running a known size at a stated precision', () => {
    expect(points.map(({ item: { vramGb }, parameters }) => [vramGb, parameters])).toEqual([[6, 6.2e9]]);
    expect(withoutPrecision.map(({ item: { vramGb } }) => vramGb)).toEqual([13]);
    expect(withoutSize.map(({ item: { vramGb } }) => vramGb)).toEqual([4]);
  });

  it('are compared with the weights alone', () => {
    expect(weightGigabytes(7e9, 16)).toBe(14);
    expect(weightGigabytes(7e9, 4)).toBe(3.5);
    expect((['fp16', 'bf16', 'fp8', 'int8', 'int4', 'mixed', 'int2'] as const).map(bitsOf)).toEqual([
      16,
      16,
      8,
      8,
      4,
      null,
      null,
    ]);
  });
});

describe('labels', () => {
  it('are as wide as their letters', () => {
    expect(labelWidth('智谱')).toBe(26);
    expect(labelWidth('智谱AB')).toBeGreaterThan(labelWidth('智谱'));
  });

  it('are stacked so that none covers another and no leader runs through one; what has no room is left out', () => {
    const labels = [10, 14, 15, 40, 300, 390].map((x) => ({ x, text: 'Chinese-LLaMA' }));
    const rows = stackLabels(labels, 420);
    expect(rows).toEqual([3, 2, 1, 0, 0, null]);
    const width = labelWidth('Chinese-LLaMA');
    for (const [i, a] of labels.entries())
      for (const [k, b] of labels.entries()) {
        if (i === k || rows[i] === null || rows[k] === null) continue;
        if (rows[i] === rows[k]) expect(a.x + width <= b.x || b.x + width <= a.x).toBe(true);
        // The leader of the higher one passes the lower one.
        if (rows[k]! < rows[i]!) expect(a.x > b.x && a.x < b.x + width).toBe(false);
      }
  });

  it('never cover each other, stay inside, and avoid points', () => {
    const points = Array.from({ length: 12 }, (_, i) => ({ x: 20 + i * 9, y: 60 + (i % 3) * 4 }));
    const labels = placeLabels(
      points.map((point, i) => ({ ...point, text: `Model ${i}` })),
      points,
      { width: 200, height: 120 },
    );
    expect(labels.length).toBeGreaterThan(2);
    const boxes = labels.map(labelBox);
    boxes.forEach((box, i) => {
      expect(box.left >= 0 && box.right <= 200 && box.top >= 0 && box.bottom <= 120).toBe(true);
      expect(boxes.slice(i + 1).some((other) => overlaps(box, other))).toBe(false);
    });
    const [free] = placeLabels([{ x: 50, y: 50, text: 'A' }], [{ x: 62, y: 50 }], { width: 200, height: 120 });
    expect(free!.side).toBe('end');
    // In a crowd there is no saying whose a label is.
    const crowd = Array.from({ length: 400 }, (_, i) => ({ x: (i % 40) * 5, y: Math.floor(i / 40) * 12 }));
    expect(placeLabels([{ x: 100, y: 60, text: 'In the crowd' }], crowd, { width: 200, height: 120 })).toEqual([]);
  });
});
