import { describe, expect, it } from 'vitest';
import { pairsOf, popularPairs } from '../../../../src/domain/compare/pairs.ts';
import { tellingDifferences } from '../../../../src/domain/compare/describe.ts';
import { childrenIndex } from '../../../../src/domain/lineage/tree.ts';
import { compared, tableOf } from '../../../support/compared.ts';
import { catalogOf } from '../../../support/make.ts';

type Facts = Record<string, unknown>;

const from = (...ids: string[]) => ({ lineage: ids.map((id) => ({ from: id, relation: 'finetune' })) });
const unknownOrigin = { lineage: undefined };

function idsOf(projects: Record<string, Facts>): string[] {
  const catalog = catalogOf(projects);
  const children = childrenIndex(catalog);
  return popularPairs(catalog, (id) => children.get(id) ?? []).map(({ first, second }) => `${first.id} ${second.id}`);
}

describe('popular pairs', () => {
  it('are siblings of one base, of one kind', () => {
    expect(
      idsOf({
        base: unknownOrigin,
        other: { ...unknownOrigin, kind: 'base-model' },
        b: from('base'),
        a: from('base'),
        tool: { ...from('base'), kind: 'agent' },
        stranger: from('other'),
      }),
    ).toEqual(['a b']);
  });

  it('are entries that began from scratch, and those of which one succeeds the other', () => {
    expect(
      idsOf({ old: { status: { state: 'superseded', by: 'new' }, kind: 'agent', lineage: undefined }, new: {}, x: {} }),
    ).toEqual(['new old', 'new x']);
  });

  it('are not made where nothing is known of the origin, or there is no such thing', () => {
    expect(idsOf({ a: unknownOrigin, b: {}, c: { status: { state: 'hoax' } } })).toEqual([]);
  });

  it('are those most was made from, each entry in three at most', () => {
    const bases = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((id) => [id, { kind: 'base-model' }]));
    const made = { m1: from('e'), m2: from('e', 'd'), m3: from('d') };
    const ids = idsOf({ ...bases, ...made });
    expect(ids).toContain('d e');
    for (const id of Object.keys(bases))
      expect(ids.filter((pair) => pair.split(' ').includes(id)).length).toBeLessThan(4);
    expect(ids).toEqual(expect.arrayContaining(['a d', 'a e', 'b d', 'b e']));
    expect(ids).not.toContain('c d');
    expect(ids).toEqual([...ids].sort());
  });

  it('are found by either half', () => {
    const catalog = catalogOf({ a: {}, b: {}, c: {} });
    const pairs = popularPairs(catalog, () => []);
    expect(pairs).toHaveLength(3);
    expect(pairsOf(pairs, 'b').map(({ first, second }) => first.id + second.id)).toEqual(['ab', 'bc']);
  });
});

it('tells two apart by what is known of both and differs, the most asked first', () => {
  const catalog = catalogOf({
    a: { released: '2023-01', variants: [{ name: 'A', parameters: '7B', contextLength: 2048 }] },
    b: {
      released: '2024-01',
      variants: [
        { name: 'B', parameters: '7B' },
        { name: 'C', parameters: '65B' },
      ],
      licenses: { code: 'MIT', weights: 'forbidden' },
    },
  });
  const entries = [compared(catalog, 'a'), compared(catalog, 'b')];
  expect(tellingDifferences(entries, tableOf(catalog, ['a', 'b']))).toEqual([
    { label: '能否商用', values: ['可商用', '不可商用'] },
    { label: '参数量', values: ['7B', '7B–65B'] },
    { label: '发布', values: ['2023-01', '2024-01'] },
  ]);
});
