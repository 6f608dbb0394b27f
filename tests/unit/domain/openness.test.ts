import { describe, expect, it } from 'vitest';
import { mainEvidence } from '../../../src/domain/catalog/evidence.ts';
import { CELLS, type CellId, type CellState } from '../../../src/domain/openness/cells.ts';
import { countStates, opennessOf, opennessRecord } from '../../../src/domain/openness/derive.ts';
import { RULES } from '../../../src/domain/openness/rules.ts';
import {
  arrangeRows,
  COLUMNS,
  parseTableState,
  pressColumn,
  serializeTableState,
  type TableRow,
} from '../../../src/domain/openness/table.ts';
import { catalogOf } from '../../support/make.ts';

type Facts = Record<string, unknown>;

const projectOf = (facts: Facts) => catalogOf({ base: { lineage: [] }, a: facts }).projectById.get('a')!;
const recordOf = (facts: Facts, verdict: 'allowed' | 'conditional' | 'forbidden' | 'unknown' = 'unknown') =>
  opennessRecord({ project: projectOf(facts), verdict })!;

const data = (value: string) => ({ licenses: { code: 'unknown', weights: 'unknown', data: value } });
const code = (value: string) => ({ licenses: { code: value, weights: 'unknown', data: 'unknown' } });
const weights = (value: string) => ({ licenses: { code: 'unknown', weights: value, data: 'unknown' } });
const fromBase = { lineage: [{ from: 'base', relation: 'finetune' }] };
const noTuning = { sft: 'absent', rewardModel: 'absent', rlhf: 'absent' };

/** What an entry says, and what follows for one cell. */
const CASES: [CellId, CellState, string, Facts][] = [
  ['inferenceCode', 'unknown', 'code is published, but not which', code('MIT')],
  ['inferenceCode', 'closed', 'no code is published', code('not-released')],
  ['inferenceCode', 'open', 'a runtime publishes its code', { ...code('unlicensed'), kind: 'runtime' }],
  ['inferenceCode', 'partly', 'it is stated', { ...code('MIT'), openness: { inferenceCode: 'partly' } }],
  ['inferenceCode', 'none', 'it is a corpus', { kind: 'dataset-project' }],
  ['trainingCode', 'unknown', 'code is published, but not which', code('MIT')],
  ['trainingCode', 'closed', 'no code is published', code('not-released')],
  ['trainingCode', 'open', 'a framework publishes its code', { ...code('MIT'), kind: 'training-framework' }],
  ['trainingCode', 'none', 'an agent trains nothing', { kind: 'agent' }],
  ['trainingCode', 'open', 'a runtime states that it trains', { kind: 'runtime', openness: { trainingCode: 'open' } }],
  ['weights', 'open', 'they have a licence', weights('MIT')],
  ['weights', 'open', 'they are published without terms', weights('unlicensed')],
  ['weights', 'closed', 'they are not published', weights('not-released')],
  ['weights', 'unknown', 'nothing is known', weights('unknown')],
  ['weights', 'none', 'a framework names no weights', { ...weights('not-released'), kind: 'training-framework' }],
  ['weights', 'open', 'a framework has weights too', { ...weights('MIT'), kind: 'training-framework' }],
  [
    'weights',
    'open',
    'they can be downloaded, terms unknown',
    { ...weights('unknown'), links: { repo: 'https://github.com/lab/a', weights: ['https://lab.example/w'] } },
  ],
  [
    'weights',
    'partly',
    'only differences are published',
    { ...weights('MIT'), lineage: [{ from: 'base', relation: 'delta-weights' }] },
  ],
  [
    'weights',
    'open',
    'one version of two is a difference',
    {
      ...weights('MIT'),
      variants: [{ name: '7B' }, { name: '13B' }],
      lineage: [{ from: 'base', relation: 'delta-weights', variants: ['7B'] }],
    },
  ],
  ['weights', 'partly', 'they are given on application', { ...weights('MIT'), openness: { weights: 'partly' } }],
  ['pretrainingData', 'none', 'the base did that', { ...fromBase, training: { pretraining: 'absent' } }],
  ['pretrainingData', 'closed', 'no base did that', { ...data('not-released'), training: { pretraining: 'absent' } }],
  [
    'pretrainingData',
    'closed',
    'no data is published',
    { ...data('not-released'), training: { pretraining: 'described' } },
  ],
  [
    'pretrainingData',
    'unknown',
    'it is not said which data',
    { ...data('MIT'), training: { pretraining: 'released' } },
  ],
  [
    'pretrainingData',
    'open',
    'there is no other data',
    { ...data('MIT'), training: { pretraining: 'released', ...noTuning } },
  ],
  ['finetuningData', 'none', 'it is not tuned', { ...data('not-released'), training: noTuning }],
  ['finetuningData', 'closed', 'no data is published', { ...data('not-released'), training: { sft: 'described' } }],
  [
    'finetuningData',
    'open',
    'it is all that it trains on',
    { ...data('MIT'), training: { pretraining: 'absent', sft: 'released' } },
  ],
  [
    'finetuningData',
    'partly',
    'the step is only told',
    { ...data('MIT'), training: { pretraining: 'absent', sft: 'described' } },
  ],
  [
    'finetuningData',
    'unknown',
    'it may be the pretraining data',
    { ...data('MIT'), training: { pretraining: 'released', sft: 'released' } },
  ],
  ['finetuningData', 'none', 'a framework brings none', { ...data('MIT'), kind: 'training-framework' }],
  ['rewardModel', 'none', 'there is none', { training: { rewardModel: 'absent' } }],
  ['rewardModel', 'closed', 'it is only told', { training: { rewardModel: 'described' } }],
  ['rewardModel', 'partly', 'something of it is published', { training: { rewardModel: 'released' } }],
  [
    'rewardModel',
    'open',
    'a framework has its code',
    { kind: 'training-framework', training: { rewardModel: 'released' } },
  ],
  ['rewardModel', 'unknown', 'nobody looked', {}],
  ['paper', 'unknown', 'there is no link to one', {}],
  ['paper', 'open', 'there is one', { links: { repo: 'https://github.com/lab/a', paper: 'https://lab.example/p' } }],
  ['trainingCode', 'none', 'it is a corpus', { kind: 'dataset-project' }],
  ['pretrainingData', 'partly', 'it is stated', { openness: { pretrainingData: 'partly' } }],
  ['pretrainingData', 'none', 'a runtime trains nothing', { kind: 'runtime' }],
  ['pretrainingData', 'none', 'a framework brings none', { kind: 'training-framework' }],
  ['finetuningData', 'open', 'it is stated', { openness: { finetuningData: 'open' } }],
  ['finetuningData', 'none', 'an agent trains nothing', { kind: 'agent' }],
  ['rewardModel', 'open', 'it is stated', { training: { rewardModel: 'released' }, openness: { rewardModel: 'open' } }],
  ['rewardModel', 'none', 'a runtime trains nothing', { kind: 'runtime' }],
  ['modelCard', 'unknown', 'nobody looked', {}],
  ['modelCard', 'open', 'it is stated', { openness: { modelCard: 'open' } }],
  ['modelCard', 'none', 'there are no weights to describe', { ...weights('unknown'), kind: 'runtime' }],
];

describe('a cell', () => {
  it.each(CASES)('%s is %s where %s', (cell, state, _, facts) => expect(recordOf(facts)[cell]).toBe(state));

  it('is unknown, never closed, where the entry says nothing', () => {
    const thin = { licenses: {}, lineage: undefined };
    expect(new Set(Object.values(recordOf(thin)))).toEqual(new Set(['unknown']));
  });

  it.each([
    ['allowed', 'open'],
    ['conditional', 'partly'],
    ['forbidden', 'closed'],
    ['unknown', 'unknown'],
  ] as const)('commercialUse follows the verdict %s: %s', (verdict, state) =>
    expect(recordOf({}, verdict).commercialUse).toBe(state),
  );

  it('names the rule and the fact that decided', () => {
    const cells = opennessOf({ project: projectOf(code('not-released')), verdict: 'allowed' });
    expect(cells[0]).toEqual({ id: 'inferenceCode', state: 'closed', rule: 'code-closed', fact: 'licenses.code' });
    expect(cells.at(-2)).toEqual({ id: 'modelCard', state: 'unknown', rule: null, fact: null });
  });

  it('is not asked of what does not exist', () =>
    expect(opennessRecord({ project: projectOf({ status: { state: 'hoax' } }), verdict: 'unknown' })).toBeNull());
});

it('tries every rule of every cell in the cases above', () => {
  const used = CASES.map(([cell, , , facts]) => {
    const found = opennessOf({ project: projectOf(facts), verdict: 'allowed' }).find(({ id }) => id === cell)!;
    return `${cell} ${found.rule}`;
  });
  const all = CELLS.flatMap((cell) => RULES[cell].map(({ id }) => `${cell} ${id}`));
  expect(all.filter((rule) => !used.includes(rule))).toEqual(['commercialUse verdict']);
});

it('counts each state', () =>
  expect(countStates([{ state: 'open' }, { state: 'none' }, { state: 'open' }])).toEqual({
    open: 2,
    partly: 0,
    closed: 0,
    unknown: 0,
    none: 1,
  }));

describe('the source of a cell', () => {
  const entry = (...supports: string[][]) => ({
    evidence: supports.map((list, i) => ({
      id: `e${i}`,
      url: 'https://lab.example',
      accessed: '2026-01-02',
      supports: list,
    })),
  });

  it('is the one that names the fact, else its parent, else a part of it', () => {
    expect(mainEvidence(entry(['licenses'], ['licenses.code']), 'licenses.code')!.number).toBe(2);
    expect(mainEvidence(entry(['links'], ['licenses']), 'licenses.code')!.number).toBe(2);
    expect(mainEvidence(entry(['links'], ['licenses.data']), 'licenses')!.number).toBe(2);
    expect(mainEvidence(entry(['links']), 'licenses')).toBeUndefined();
  });
});

describe('the state of the table', () => {
  it.each(['', '?category=alpaca', '?sort=weights', '?category=alpaca&sort=unknown&order=reversed', '?order=reversed'])(
    '%s comes back as it was',
    (query) => expect(serializeTableState(parseTableState(query))).toBe(query),
  );

  it('drops what does not exist', () =>
    expect(parseTableState('?sort=colour&order=up')).toEqual({ category: '', sort: 'open', reversed: false }));

  it('turns a column round when it is pressed again', () => {
    const once = pressColumn(parseTableState('?category=alpaca'), 'paper');
    expect(once).toEqual({ category: 'alpaca', sort: 'paper', reversed: false });
    expect(pressColumn(once, 'paper').reversed).toBe(true);
    expect(pressColumn(pressColumn(once, 'paper'), 'weights')).toEqual({ ...once, sort: 'weights' });
  });
});

describe('the order of the table', () => {
  const row = (byName: number, first: CellState, ...rest: CellState[]): TableRow => ({
    byName,
    categories: byName % 2 === 0 ? ['alpaca'] : ['independent', 'domain'],
    states: [first, ...rest],
  });
  const rows = [
    row(0, 'unknown', 'open'),
    row(1, 'closed', 'open', 'open'),
    row(2, 'open', 'unknown'),
    row(3, 'partly', 'open'),
  ];
  const order = (query: string) => arrangeRows(rows, parseTableState(query));

  it('has most open cells first, then most partly open ones, then names', () => {
    expect(order('')).toEqual([1, 3, 0, 2]);
    expect(order('?order=reversed')).toEqual([0, 2, 3, 1]);
  });

  it('has a column from open to closed, unknown last in both directions', () => {
    expect(order('?sort=inferenceCode')).toEqual([2, 3, 1, 0]);
    expect(order('?sort=inferenceCode&order=reversed')).toEqual([1, 3, 2, 0]);
  });

  it('has unknown cells counted apart, and names', () => {
    expect(order('?sort=unknown&order=reversed')).toEqual([0, 2, 1, 3]);
    expect(order('?sort=name&order=reversed')).toEqual([3, 2, 1, 0]);
  });

  it('keeps the rows of a category', () => {
    expect(order('?category=domain')).toEqual([1, 3]);
    expect(order('?category=nowhere')).toEqual([]);
  });

  it('can be by every cell', () => expect(COLUMNS).toEqual(expect.arrayContaining([...CELLS])));
});
