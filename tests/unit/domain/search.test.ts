import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../../src/domain/search/distance.ts';
import { excerpt, highlight } from '../../../src/domain/search/highlight.ts';
import { fitOf, queryWords, rankCandidates } from '../../../src/domain/search/rank.ts';

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

describe('nearest', () => {
  const ids = ['Apache-2.0', 'MIT', 'CC-BY-4.0'];
  it('finds what was meant', () => {
    expect(nearest('Apache2', ids)).toBe('Apache-2.0');
    expect(nearest('apache 2.0', ids)).toBe('Apache-2.0');
    expect(nearest('mti', ids)).toBe('MIT');
  });
  it('finds nothing where nothing is near', () => expect(nearest('proprietary', ids)).toBeUndefined());
});

describe('ranking', () => {
  const glm = { title: 'ChatGLM-6B', names: ['智谱 ChatGLM', 'GLM-6B'], text: '清华的中英双语对话模型' };
  const glm2 = { title: 'ChatGLM2-6B', names: [], text: '第二代，前身是 ChatGLM-6B' };
  const other = { title: 'MOSS', names: ['复旦 MOSS'], text: '对话模型，支持插件' };
  const fit = (candidate: typeof glm, query: string) => fitOf(candidate, query, queryWords(query));

  it.each([
    ['chatglm 6b', 0],
    ['ＣｈａｔＧＬＭ－６Ｂ', 0],
    ['glm6b', 0],
    ['chatg', 1],
    ['hatglm', 2],
    ['双语', 3],
    ['清华 模型', 4],
  ])('%s fits ChatGLM-6B with %d', (query, expected) => expect(fit(glm, query)).toBe(expected));

  it('does not take a page for what it does not contain', () => {
    expect(fit(glm, '无双')).toBeNull();
    expect(fit(glm, 'asdfgh')).toBeNull();
    expect(fit(glm, '—')).toBeNull();
  });

  it('puts the name before the mention, and drops the rest', () => {
    const ranked = rankCandidates([other, glm2, glm], 'chatglm-6b', ['chatglm-6b']);
    expect(ranked.map(({ title }) => title)).toEqual(['ChatGLM-6B', 'ChatGLM2-6B']);
  });

  it('splits a query at blanks, Chinese by the segmenter, and drops signs', () => {
    expect(queryWords('  LLaMA，65B ', undefined)).toEqual(['llama,65b']);
    expect(queryWords('中文对话 7B', (text) => [text.slice(0, 2), text.slice(2)])).toEqual(['中文', '对话', '7b']);
    expect(queryWords('？ !')).toEqual([]);
  });
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
