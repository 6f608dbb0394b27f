import { describe, expect, it } from 'vitest';
import { choicesOf, FACETS, sizeClasses, type FacetInput } from '../../../src/domain/facets/facets.ts';
import {
  countChoices,
  matches,
  parseListState,
  relaxations,
  serializeListState,
  sortRows,
  type Row,
} from '../../../src/domain/facets/state.ts';
import { catalogOf } from '../../support/make.ts';

const ids = ['category', 'verdict'];

describe('list state in the address', () => {
  it.each(['', '?q=llama', '?category=alpaca&verdict=allowed', '?q=%E7%BE%8A%E9%A9%BC&verdict=unknown&sort=released'])(
    '%s comes back as it was',
    (query) => expect(serializeListState(parseListState(query, ids), ids)).toBe(query),
  );

  it('drops what does not exist', () => {
    const state = parseListState('?colour=red&sort=size&q=%20%20&verdict=', ids);
    expect(state).toEqual({ words: '', chosen: {}, sort: 'name' });
  });
});

const row = (text: string, verdict: string, released: string | null = null): Row => ({
  text,
  facets: { verdict: [verdict], category: ['alpaca', 'independent'] },
  keys: { released, parameters: null, changed: null },
});

describe('narrowing', () => {
  const rows = [
    row('llama', 'forbidden', '2023-02-24'),
    row('alpaca llama', 'unknown'),
    row('moss', 'allowed', '2023-04-20'),
  ];
  const state = (words: string, chosen = {}) => ({ words, chosen, sort: 'name' });

  it('wants every word and every value', () => {
    expect(rows.filter((r) => matches(r, state('ＬＬＡＭＡ')))).toHaveLength(2);
    expect(rows.filter((r) => matches(r, state('llama alpaca')))).toHaveLength(1);
    expect(rows.filter((r) => matches(r, state('', { category: 'alpaca', verdict: 'allowed' })))).toHaveLength(1);
    expect(rows.filter((r) => matches(r, state('', { year: '2023' })))).toHaveLength(0);
  });

  it('counts a facet as if it were not chosen', () => {
    const counts = countChoices(rows, state('', { verdict: 'allowed' }), 'verdict');
    expect(Object.fromEntries(counts)).toEqual({ forbidden: 1, unknown: 1, allowed: 1 });
  });

  it('sorts newest first, unknown last, names as they came', () => {
    expect(sortRows(rows, 'released')).toEqual([2, 0, 1]);
    expect(sortRows(rows, 'parameters')).toEqual([0, 1, 2]);
  });
});

describe('less conditions', () => {
  const rows = [
    { ...row('llama', 'forbidden'), facets: { verdict: ['forbidden'], language: ['en'] } },
    { ...row('moss', 'allowed'), facets: { verdict: ['allowed'], language: ['zh'] } },
    { ...row('belle', 'allowed'), facets: { verdict: ['allowed'], language: ['zh'] } },
  ];

  it('offers what would leave most, and nothing that leaves nothing', () => {
    const state = { words: 'llama', chosen: { verdict: 'allowed', language: 'zh' }, sort: 'name' };
    expect(relaxations(rows, state)).toEqual([{ condition: 'q', count: 2 }]);
    const two = { words: '', chosen: { verdict: 'forbidden', language: 'zh' }, sort: 'name' };
    expect(relaxations(rows, two)).toEqual([
      { condition: 'verdict', count: 2 },
      { condition: 'language', count: 1 },
    ]);
  });
});

describe('facets', () => {
  const catalog = catalogOf({
    a: {
      variants: [
        { name: 'A', parameters: '7B' },
        { name: 'B', parameters: '65B' },
      ],
      released: '2023-02',
    },
    b: { variants: [{ name: 'C', parameters: '3B' }], released: '2024-01-01' },
    c: {},
  });
  const inputs: FacetInput[] = catalog.projects.map((project) => ({ project, verdict: 'allowed' }));
  const facet = (id: string) => FACETS.find((other) => other.id === id)!;

  it('puts sizes into classes whose upper bound is excluded', () => {
    expect(catalog.projects.map(sizeClasses)).toEqual([['3b-10b', '30b-100b'], ['3b-10b'], ['unknown']]);
  });

  it('takes the least memory that inference is known to need', () => {
    const hardware = (...items: [string, number][]) => ({
      hardware: items.map(([task, vramGb]) => ({ task, vramGb, basis: 'measured' })),
    });
    const { projects } = catalogOf({
      a: hardware(['inference', 13], ['inference', 6], ['training', 4]),
      b: hardware(['inference', 24.5]),
      c: hardware(['training', 80]),
    });
    expect(projects.map((project) => facet('memory').values({ project, verdict: 'allowed' }))).toEqual([
      ['up-to-8'],
      ['up-to-48'],
      ['unknown'],
    ]);
  });

  it('keeps a stage that is not there apart from one that is not known', () => {
    const training = (sft: string, rlhf: string) => ({
      training: { pretraining: 'absent', sft, rewardModel: 'absent', rlhf },
    });
    const { projects } = catalogOf({
      a: training('released', 'unknown'),
      b: training('described', 'absent'),
      c: training('described', 'unknown'),
      d: { kind: 'runtime' },
    });
    expect(projects.map((project) => facet('stage').values({ project, verdict: 'allowed' }))).toEqual([
      ['sft'],
      ['none'],
      ['unknown'],
      ['none'],
    ]);
  });

  it('names what goes in beside text', () => {
    const { projects } = catalogOf({
      a: { modalities: { input: ['text', 'image'], output: ['text'] } },
      b: { modalities: { input: ['text'], output: ['text'] } },
      c: {},
    });
    expect(projects.map((project) => facet('modality').values({ project, verdict: 'allowed' }))).toEqual([
      ['image'],
      ['text'],
      ['unknown'],
    ]);
  });

  it('orders choices by the facet, unknown last', () => {
    expect(choicesOf(facet('size'), inputs)).toEqual([
      { value: '3b-10b', count: 2 },
      { value: '30b-100b', count: 1 },
      { value: 'unknown', count: 1 },
    ]);
    expect(choicesOf(facet('year'), inputs).map(({ value }) => value)).toEqual(['2024', '2023', 'unknown']);
  });
});
