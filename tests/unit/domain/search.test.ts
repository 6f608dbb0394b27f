import { describe, expect, it } from 'vitest';
import { boundedDistance, letterMask, lacking } from '../../../src/domain/search/distance.ts';
import { editDistance, nearest } from '../../../src/domain/search/nearest.ts';
import { pick, seeded } from '../../bench/search/random.ts';
import { excerpt, highlight } from '../../../src/domain/search/highlight.ts';

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['llama', 'llama', 0],
    ['lama', 'llama', 1],
    ['vicnua', 'vicuna', 1],
    ['bele', 'belle', 1],
    ['kitten', 'sitting', 3],
  ])('%s → %s takes %d', (a, b, count) => expect(editDistance(a, b, 5)).toBe(count));

  it('gives up past the limit', () => {
    expect(editDistance('alpaca', 'falcon', 1)).toBe(2);
    expect(editDistance('a', 'abcdef', 2)).toBe(3);
  });
});

describe('boundedDistance', () => {
  it('takes the nearest beginning, the longest of equals', () => {
    expect(boundedDistance('vicunna', 'vicuna13b', 1)).toEqual({ distance: 1, length: 6 });
    expect(boundedDistance('chatgml', 'chatglm6b', 1)).toEqual({ distance: 1, length: 7 });
    expect(boundedDistance('llvaa', 'llava', 1)).toEqual({ distance: 1, length: 5 });
  });
  it('gives up past the limit', () => expect(boundedDistance('moss', 'belle', 1).distance).toBe(2));

  it('agrees with counting every beginning', () => {
    const random = seeded(7);
    const word = (length: number) => Array.from({ length }, () => pick(random, [...'abc'])).join('');
    for (let n = 0; n < 2000; n++) {
      const typed = word(1 + Math.floor(random() * 8));
      const text = word(Math.floor(random() * 10));
      const limit = 1 + Math.floor(random() * 2);
      const each = Array.from({ length: text.length + 1 }, (_, end) => editDistance(typed, text.slice(0, end), limit));
      const least = Math.min(...each);
      const expected =
        least > limit ? { distance: limit + 1, length: 0 } : { distance: least, length: each.lastIndexOf(least) };
      expect(boundedDistance(typed, text, limit), `${typed} ${text} ${limit}`).toEqual(expected);
    }
  });
});

it('counts the letters that need an edit of their own', () => {
  const count = (typed: string, name: string) => lacking(letterMask(typed), letterMask(name));
  expect(count('lama', 'llama')).toBe(0);
  expect(count('kuala', 'koala')).toBe(1);
  expect(count('belle', 'moss')).toBe(3);
});

describe('nearest', () => {
  const ids = ['Apache-2.0', 'MIT', 'CC-BY-4.0'];
  it('finds what was meant', () => {
    expect(nearest('Apache2', ids)).toBe('Apache-2.0');
    expect(nearest('apache 2.0', ids)).toBe('Apache-2.0');
    expect(nearest('mti', ids)).toBe('MIT');
  });
  it('finds nothing where nothing is near', () => expect(nearest('proprietary', ids)).toBeUndefined());
});

describe('highlight', () => {
  it('marks every occurrence, whatever its case, and treats signs as signs', () => {
    expect(highlight('LLaMA and llama', ['llama'])).toEqual([
      { text: 'LLaMA', hit: true },
      { text: ' and ', hit: false },
      { text: 'llama', hit: true },
    ]);
    expect(highlight('a.b axb', ['a.b'])).toEqual([
      { text: 'a.b', hit: true },
      { text: ' axb', hit: false },
    ]);
    expect(highlight('same', [])).toEqual([{ text: 'same', hit: false }]);
  });

  it('cuts an excerpt around the first occurrence', () => {
    const text = `${'前'.repeat(100)}目标${'后'.repeat(100)}`;
    const cut = excerpt(text, ['目标'], 40);
    expect(cut).toContain('目标');
    expect(cut).toMatch(/^….*…$/);
    expect([...cut]).toHaveLength(42);
    expect(excerpt('短', ['无'], 40)).toBe('短');
  });
});
