import { describe, expect, it } from 'vitest';
import { milestonesOf } from '../../../src/domain/timeline/milestones.ts';
import { timelineOf } from '../../../src/domain/timeline/months.ts';
import { memoryPoints, sizePoints } from '../../../src/domain/timeline/sizes.ts';
import { createPaths } from '../../../src/domain/paths.ts';
import { opennessRows } from '../../../src/outputs/openness-rows.ts';
import { sparkline, verdictShares } from '../../../src/outputs/small-pictures.ts';
import { stepTable } from '../../../src/outputs/step-rows.ts';
import { monthAxis, WIDTHS } from '../../../src/outputs/timeline-axis.ts';
import { lanesDrawing, monthsDrawing } from '../../../src/outputs/timeline-months.ts';
import { memoryDrawing, sizesDrawing } from '../../../src/outputs/timeline-scatter.ts';
import { memoryRows, pointName, reasonsText } from '../../../src/outputs/timeline-words.ts';
import { catalogOf } from '../../support/make.ts';

const sized = (...parameters: string[]) => parameters.map((size) => ({ name: size, parameters: size }));
const catalog = catalogOf({
  a: { released: '2022-11-16', kind: 'base-model', variants: sized('1B', '100B') },
  b: { released: '2023-01-01', variants: sized('10B'), lineage: [{ from: 'a', relation: 'finetune' }] },
  c: { released: '2023-01', variants: sized('10M') },
  d: { released: '2023-01-31', kind: 'runtime' },
});
const timeline = timelineOf(catalog.projects);
const { months } = timeline;

describe('the axis of months', () => {
  it('goes from nought to a hundred per cent, a step a month, and marks the years', () => {
    const { x, step, years } = monthAxis(months);
    expect([x(0), x(3)]).toEqual([0, 100]);
    expect(step).toBeCloseTo(33.33, 1);
    expect(years).toEqual([{ at: x(2), label: '2023' }]);
  });
});

describe('the months', () => {
  const { bars, height, ticks, flags } = monthsDrawing(months, milestonesOf(timeline));

  it('are bars as high as their counts', () => {
    expect(bars.map(({ month, count }) => [month, count])).toEqual([
      ['2022-11', 1],
      ['2022-12', 0],
      ['2023-01', 3],
    ]);
    expect(bars[2]!.height / bars[0]!.height).toBeCloseTo(3, 1);
    for (const bar of bars) expect(bar.y + bar.height).toBeCloseTo(height, 1);
    expect(ticks[0]).toEqual({ at: height, label: '0' });
  });

  it('have a flag for a milestone, with a line down to its bar', () => {
    const [flag] = flags.wide.flags;
    expect(flags.wide.flags.map(({ milestone }) => milestone.project.id)).toEqual(['c', 'b']);
    expect(flag!.foot).toBe(flags.wide.height + bars[2]!.y);
    expect(flag!.y).toBeLessThan(flags.wide.height);
  });
});

it('piles the entries of a category up month by month', () => {
  const { lanes } = lanesDrawing(months, catalog.categories);
  expect(lanes).toHaveLength(1);
  const { dots, floor } = lanes[0]!;
  expect(dots.map(({ project }) => project.id)).toEqual(['a', 'c', 'b', 'd']);
  expect(new Set(dots.slice(1).map(({ x }) => x)).size).toBe(1);
  expect(new Set(dots.map(({ x, y }) => `${x} ${y}`)).size).toBe(4);
  for (const { y } of dots) expect(y).toBeLessThan(floor);
});

describe('the sizes', () => {
  const { marks, height, ticks, labels } = sizesDrawing(months, sizePoints(timeline).points, milestonesOf(timeline));
  const mark = (id: string) => marks.find(({ point }) => point.project.id === id)!;

  it('stand at the largest one on a logarithmic scale, with a line down to the smallest', () => {
    const at = Object.fromEntries(ticks.map(({ at, label }) => [label, at]));
    expect(mark('a').y).toBe(at['100B']);
    expect(mark('a').foot).toBe(at['1B']);
    expect(at['10B']! - at['100B']!).toBeCloseTo(at['1B']! - at['10B']!, 0);
    expect(mark('b').foot).toBe(mark('b').y);
  });

  it('end at the lower edge where they are too small, and are as wide as a month where the day is not known', () => {
    expect(mark('c').y).toBe(height);
    expect(mark('c').spread).toBeCloseTo(100 / 6, 1);
    expect(mark('b').spread).toBe(0);
  });

  it('name the milestones and the largest so far, inside the drawing', () => {
    expect(labels.wide.map(({ text }) => text).sort()).toEqual(['a', 'b', 'c']);
    for (const [name, width] of Object.entries(WIDTHS))
      for (const { at, dx, x } of labels[name as keyof typeof WIDTHS])
        expect((at / 100) * width + dx).toBeCloseTo(x, 5);
  });
});

describe('memory', () => {
  const figures = memoryPoints(
    catalogOf({
      m: {
        variants: sized('10B'),
        hardware: [
          { task: 'inference', precision: 'fp16', vramGb: 20, basis: 'measured' },
          { task: 'inference', precision: 'int4', vramGb: 5, basis: 'measured' },
          { task: 'inference', vramGb: 24, basis: 'measured' },
        ],
      },
    }).projects,
  );
  const { marks, lines, height } = memoryDrawing(figures.points);

  it('stands on the line of its precision where it is the weights alone', () => {
    for (const [i, bits] of [16, 4].entries()) {
      const { x, y } = marks[i]!;
      const line = lines.find((other) => other.bits === bits)!;
      const along = (x - line.x1) / (line.x2 - line.x1);
      expect(line.y1 + along * (line.y2 - line.y1)).toBeCloseTo(y, 0);
      expect(marks[i]!.bits).toBe(bits);
    }
  });

  it('keeps the lines inside the drawing', () => {
    for (const { x1, x2, y1, y2 } of lines) {
      for (const x of [x1, x2]) expect(x >= -0.01 && x <= 100.01).toBe(true);
      for (const y of [y1, y2]) expect(y >= -0.1 && y <= height + 0.1).toBe(true);
    }
  });

  it('has every measured figure in the table, drawn or not', () => {
    expect(memoryRows(figures).map(({ parameters, precision, vram }) => [parameters, precision, vram])).toEqual([
      ['10B', 'FP16', '20 GB'],
      ['10B', 'INT4', '5 GB'],
      ['10B', '未知', '24 GB'],
    ]);
  });
});

it('names a point by its entry, its date as far as it is known, and its sizes', () => {
  const names = months.flatMap(({ projects }) => projects.map(pointName));
  expect(names).toEqual(['a，2022-11-16，1B–100B', 'c，2023-01，10M', 'b，2023-01-01，10B', 'd，2023-01-31']);
});

it('says why an entry is marked', () =>
  expect(
    reasonsText([
      { kind: 'first', of: 'agent', shared: false },
      { kind: 'base', children: 7 },
    ]),
  ).toBe('目录里最早的智能体；目录里有 7 个条目直接用了它的权重'));

describe('the small pictures', () => {
  it('draw the releases of each month, and say the highest', () => {
    const line = sparkline(catalog.projects)!;
    expect([line.width, line.first, line.last, line.peak]).toEqual([
      3,
      '2022-11',
      '2023-01',
      { month: '2023-01', count: 3 },
    ]);
    // One step a month: as high as its share of the highest.
    expect(line.path.startsWith('M0,8L1,8L1,12L2,12L2,0L3,0')).toBe(true);
    expect(sparkline(catalogOf({ a: { released: '2021-01-01' } }).projects)).toBeNull();
  });

  it('split the verdicts, all of them named, side by side', () => {
    const shares = verdictShares(['allowed', 'allowed', 'forbidden', 'unknown']);
    expect(shares.map(({ verdict, count, x, width }) => [verdict, count, x, width])).toEqual([
      ['allowed', 2, 0, 50],
      ['conditional', 0, 50, 0],
      ['forbidden', 1, 50, 25],
      ['unknown', 1, 75, 25],
    ]);
  });
});

describe('the openness rows', () => {
  const paths = createPaths('/base');
  const evidence = [
    {
      id: 'x',
      url: 'https://lab.example',
      accessed: '2026-01-02',
      supports: ['links', 'licenses', 'lineage', 'training'],
    },
    { id: 'y', url: 'https://lab.example/y', accessed: '2026-01-02', supports: ['openness.modelCard'] },
  ];
  const open = catalogOf({
    joke: { status: { state: 'hoax' } },
    thin: { licenses: {} },
    wide: {
      evidence,
      openness: { modelCard: 'open' },
      licenses: { code: 'not-released', weights: 'MIT', data: 'unknown' },
      training: { sft: 'released', rewardModel: 'released', rlhf: 'absent' },
    },
    tool: { kind: 'runtime', training: { rewardModel: 'released' } },
  });
  const rows = opennessRows(open, (id) => (id === 'wide' ? 'forbidden' : 'unknown'), paths);

  it('lead each answer to its source, leave out what does not exist, and have the most open first', () => {
    expect(rows.map(({ project }) => project.id)).toEqual(['wide', 'tool', 'thin']);
    const [wide] = rows;
    const cell = (i: number) => [wide!.cells[i]!.word, wide!.cells[i]!.href];
    expect(cell(0)).toEqual(['封闭', '/base/projects/wide/#evidence-1']);
    expect(cell(7)).toEqual(['有', '/base/projects/wide/#evidence-2']);
    expect(cell(8)).toEqual(['不可', '/base/projects/wide/#license']);
    expect(wide!.counts).toEqual({ open: 2, partly: 1, closed: 3, unknown: 3, none: 0 });
  });

  it('say unknown without a link', () =>
    expect(rows.at(-1)!.cells[0]).toEqual({ state: 'unknown', word: '未知', href: null, source: null }));

  it('list who went beyond the first step, tools left out', () => {
    const table = stepTable(open, paths);
    expect(table.rows.map(({ project }) => project.id)).toEqual(['wide']);
    expect(table.rows[0]!.steps.map(({ state, source }) => [state, source])).toEqual([
      ['released', 1],
      ['released', 1],
      ['absent', 1],
    ]);
    expect([table.asked, table.released, table.onlyFirst]).toEqual([2, [1, 1, 0], 0]);
  });
});
