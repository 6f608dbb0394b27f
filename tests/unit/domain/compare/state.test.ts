import { describe, expect, it } from 'vitest';
import {
  MAX_COMPARED,
  parseCompareState,
  serializeCompareState,
  withEntry,
  withEntryAt,
  withoutEntry,
} from '../../../../src/domain/compare/state.ts';

const state = (...ids: string[]) => ({ ids, onlyDifferences: false });

describe('a comparison in the address', () => {
  it.each(['', '?ids=moss', '?ids=llama-3.1,qwen2.5', '?ids=b,a&diff=1', '?diff=1'])(
    '%s comes back as it was',
    (query) => expect(serializeCompareState(parseCompareState(query).state)).toBe(query),
  );

  it('keeps the order and takes an id once', () => {
    expect(parseCompareState('?ids=b,a,b,c,a').state.ids).toEqual(['b', 'a', 'c']);
  });

  it('forgives capitals, spaces, Chinese commas and escaped ones', () => {
    expect(parseCompareState('?ids=MOSS，llama-2%2C+vicuna、%20belle').state.ids).toEqual([
      'moss',
      'llama-2',
      'vicuna',
      'belle',
    ]);
  });

  it('gives back what it cannot take', () => {
    const asked = parseCompareState('?ids=a,b,羊驼,c,d,e,f,<b>,g');
    expect(asked.state.ids).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(asked.surplus).toEqual(['f', 'g']);
    expect(asked.unreadable).toEqual(['羊驼', '<b>']);
  });

  it('takes diff for set only when it says so', () => {
    expect(parseCompareState('?ids=a&diff=0').state.onlyDifferences).toBe(false);
    expect(parseCompareState('?ids=a&diff=1').state.onlyDifferences).toBe(true);
  });
});

describe('changing a comparison', () => {
  it('adds at the end, once, while there is room', () => {
    expect(withEntry(state('a'), 'b').ids).toEqual(['a', 'b']);
    expect(withEntry(state('a', 'b'), 'a').ids).toEqual(['a', 'b']);
    const full = state(...'abcde'.slice(0, MAX_COMPARED));
    expect(withEntry(full, 'z')).toBe(full);
  });

  it('removes and moves, stopping at the ends', () => {
    expect(withoutEntry(state('a', 'b', 'c'), 'b').ids).toEqual(['a', 'c']);
    expect(withEntryAt(state('a', 'b', 'c'), 'c', 0).ids).toEqual(['c', 'a', 'b']);
    expect(withEntryAt(state('a', 'b', 'c'), 'a', 1).ids).toEqual(['b', 'a', 'c']);
    expect(withEntryAt(state('a', 'b', 'c'), 'a', 9).ids).toEqual(['b', 'c', 'a']);
    expect(withEntryAt(state('a', 'b', 'c'), 'a', -1).ids).toEqual(['a', 'b', 'c']);
    expect(withEntryAt(state('a'), 'z', 0).ids).toEqual(['a']);
  });
});
