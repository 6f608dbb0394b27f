import { describe, expect, it } from 'vitest';
import { childrenIndex } from '../../../src/domain/lineage/tree.ts';
import { createPaths } from '../../../src/domain/paths.ts';
import { foldWithStarts, squash } from '../../../src/domain/search/fold.ts';
import { groupHits } from '../../../src/domain/search/groups.ts';
import { findNames, slugOfAddress } from '../../../src/domain/search/match.ts';
import { createNamesIndex } from '../../../src/domain/search/names-index.ts';
import { nearNames } from '../../../src/domain/search/near.ts';
import { whyOf } from '../../../src/domain/search/why.ts';
import { namesFile } from '../../../src/outputs/names-file.ts';
import { catalogOf } from '../../support/make.ts';

const catalog = catalogOf(
  {
    'chatglm-6b': {
      name: 'ChatGLM-6B',
      zhName: '智谱 ChatGLM',
      aliases: ['ChatGLM', 'GLM-6B'],
      variants: [{ name: 'ChatGLM-6B', parameters: '6.2B' }],
      links: { repo: 'https://github.com/THUDM/ChatGLM-6B', weights: ['https://huggingface.co/THUDM/chatglm-6b'] },
    },
    'chatglm2-6b': { name: 'ChatGLM2-6B', links: { repo: 'https://github.com/THUDM/ChatGLM2-6B' } },
    llama: { name: 'LLaMA', links: { repo: 'https://github.com/meta-llama/llama' } },
    'stanford-alpaca': {
      name: 'Stanford Alpaca',
      zhName: '羊驼',
      aliases: ['Alpaca'],
      links: { repo: 'https://github.com/tatsu-lab/stanford_alpaca' },
      lineage: [{ from: 'llama', relation: 'finetune' }],
    },
    luotuo: { name: 'Luotuo', zhName: '骆驼', links: { repo: 'https://github.com/LC1332/Luotuo' } },
    'ziya-llama-13b': {
      name: 'Ziya-LLaMA-13B',
      aliases: ['姜子牙'],
      variants: [
        { name: '7B', parameters: '7B' },
        { name: '13B', parameters: '13B' },
        { name: '30B', parameters: '30B' },
      ],
      links: { repo: 'https://github.com/IDEA-CCNL/Ziya' },
      lineage: [{ from: 'llama', relation: 'finetune' }],
    },
    qwen2: { name: 'Qwen2', links: { repo: 'https://github.com/QwenLM/Qwen2' } },
    qwen3: { name: 'Qwen3', links: { repo: 'https://github.com/QwenLM/Qwen3' } },
    bank: {
      name: 'Bank',
      zhName: '银行模型',
      links: { repo: 'https://github.com/lab/bank' },
      lineage: [{ from: 'qwen3', relation: 'finetune' }],
    },
  },
  { 'alpaca-52k': { name: 'Alpaca 52K' } },
);
const children = childrenIndex(catalog);
const file = namesFile(
  catalog,
  () => 'allowed',
  (id) => children.get(id) ?? [],
  createPaths('/base'),
);
const index = createNamesIndex(JSON.parse(JSON.stringify(file)) as typeof file);
const found = (query: string) => findNames(index, query).map(({ target }) => index.targets[target]!.id);
const first = (query: string) => findNames(index, query)[0];

describe('folding', () => {
  it('makes spellings of one name equal', () => {
    for (const name of ['ChatGLM-6B', 'chatglm 6b', 'ＣｈａｔＧＬＭ＿６Ｂ', 'chat.glm/6B'])
      expect(squash(name)).toBe('chatglm6b');
    expect(squash('Vicuña')).toBe('vicuna');
    expect(squash('！？ ·')).toBe('');
  });

  it('knows where words begin', () => {
    const { text, starts } = foldWithStarts('ChatGLM-6B 智谱');
    expect([...starts].map((start) => text.slice(start))).toEqual([
      'chatglm6b智谱',
      'glm6b智谱',
      '6b智谱',
      'b智谱',
      '智谱',
      '谱',
    ]);
  });
});

describe('finding by name', () => {
  it.each([
    ['exact', 'ChatGLM', 'chatglm-6b'],
    ['case and blanks', 'chat glm 6b', 'chatglm-6b'],
    ['full width', 'ＬＬａＭＡ', 'llama'],
    ['a beginning', 'stanford', 'stanford-alpaca'],
    ['a word inside', 'glm2', 'chatglm2-6b'],
    ['a Chinese name', '骆驼', 'luotuo'],
    ['traditional characters', '駱駝', 'luotuo'],
    ['pinyin', 'luotuo', 'luotuo'],
    ['pinyin of another name', 'yangtuo', 'stanford-alpaca'],
    ['pinyin with a blank', 'yang tuo', 'stanford-alpaca'],
    ['a reading in context', 'yinhang', 'bank'],
    ['initials', 'jzy', 'ziya-llama-13b'],
    ['words left out', 'ziya13b', 'ziya-llama-13b'],
    ['another character that sounds alike', '羊陀', 'stanford-alpaca'],
    ['a swap', 'chatgml', 'chatglm-6b'],
    ['a doubled letter', 'llamma', 'llama'],
    ['a missing letter', 'stanfrd', 'stanford-alpaca'],
    ['a slug', 'THUDM/ChatGLM-6B', 'chatglm-6b'],
    ['a pasted address', 'https://github.com/tatsu-lab/stanford_alpaca/tree/main?x=1', 'stanford-alpaca'],
    ['an address without its protocol', 'github.com/THUDM/ChatGLM2-6B.git', 'chatglm2-6b'],
    ['the owner of a repository', 'tatsu-lab', 'stanford-alpaca'],
    ['words in another order', 'alpaca 斯坦福', undefined],
    ['two words of two names', '羊驼 stanford', 'stanford-alpaca'],
    ['a dataset', 'alpaca 52k', 'alpaca-52k'],
  ])('%s: %s', (_, query, id) => expect(found(query)[0]).toBe(id));

  it.each(['无双', 'asdfgh', '', '  ', '——', 'x'.repeat(500)])('finds nothing for %j', (query) =>
    expect(found(query)).toEqual([]),
  );

  it('does not take one number for another', () => {
    expect(found('qwen2')[0]).toBe('qwen2');
    expect(found('qwen4')).toEqual([]);
    expect(found('qwem3')).toEqual(['qwen3']);
  });

  it('does not take Latin letters for pinyin', () => {
    expect(findNames(index, 'chatglm').every(({ kind }) => kind !== 'pinyin')).toBe(true);
  });

  it('takes a verdict or category as one word of several', () => {
    expect(found('chatglm 可商用')).toEqual(['chatglm-6b', 'chatglm2-6b']);
    expect(found('chatglm 不可商用')).toEqual([]);
    expect(found('对话')).toContain('chatglm-6b');
    expect(found('130亿')).toEqual(['ziya-llama-13b']);
    expect(found('13B')[0]).toBe('ziya-llama-13b');
    expect(found('62 亿')).toEqual(['chatglm-6b']);
    expect(found('6.2B')).toEqual(['chatglm-6b']);
  });

  it('does not take the end of a number for a size', () => {
    expect(found('2B')).toEqual([]);
    expect(found('62B')).toEqual([]);
  });

  it('puts one of each family before the next generation of any', () => {
    const projects = found('实验室').slice(1);
    const place = (id: string) => projects.indexOf(id);
    expect(Math.max(place('bank'), place('luotuo'), place('llama'))).toBeLessThan(place('qwen2'));
    expect(place('qwen3')).toBeLessThan(place('qwen2'));
  });

  it('puts what more was made from first among equals', () => expect(found('qwen')).toEqual(['qwen3', 'qwen2']));

  it('finds the projects of an organisation after it', () => {
    const hits = findNames(index, '实验室');
    expect(index.targets[hits[0]!.target]!.kind).toBe('organization');
    expect(hits.length).toBeGreaterThan(5);
    expect(hits.slice(1).every(({ viaOrganization }) => viaOrganization)).toBe(true);
  });
});

describe('why', () => {
  it.each([
    ['ChatGLM-6B', null],
    ['骆驼', null],
    ['GLM-6B', { word: 'alias', name: 'GLM-6B' }],
    ['yangtuo', { word: 'pinyin', name: '羊驼' }],
    ['jzy', { word: 'initials', name: '姜子牙' }],
    ['羊陀', { word: 'homophone', name: '羊驼' }],
    ['llamma', { word: 'typo', name: 'LLaMA' }],
    ['tatsu-lab', { word: 'slug', name: 'tatsu-lab/stanford_alpaca' }],
  ])('%s', (query, why) => expect(whyOf(first(query)!)).toEqual(why));

  it('names the organisation', () => {
    const hit = findNames(index, '实验室').find(({ viaOrganization }) => viaOrganization)!;
    expect(whyOf(hit)).toEqual({ word: 'organization', name: '实验室' });
  });
});

describe('groups', () => {
  const kinds = (query: string) => groupHits(index, findNames(index, query), 5).map(({ kind }) => kind);

  it('put projects before their organisation', () =>
    expect(kinds('实验室').slice(0, 2)).toEqual(['project', 'organization']));
  it('put what fits far better first', () => expect(kinds('alpaca 52k')[0]).toBe('dataset'));
  it('are cut', () => {
    for (const { hits } of groupHits(index, findNames(index, '实验室'), 2)) expect(hits.length).toBeLessThanOrEqual(2);
  });
});

describe('addresses', () => {
  it.each([
    ['https://github.com/THUDM/ChatGLM-6B', 'THUDM/ChatGLM-6B'],
    ['hf.co/THUDM/chatglm-6b', 'THUDM/chatglm-6b'],
    ['https://huggingface.co/datasets/BAAI/COIG', 'BAAI/COIG'],
    ['https://github.com/THUDM', 'THUDM'],
    ['https://example.org/THUDM/x', null],
    ['ChatGLM', null],
  ])('%s', (address, slug) => expect(slugOfAddress(address)).toBe(slug));
});

describe('near names', () => {
  const near = (query: string) => nearNames(index, query).map((target) => index.targets[target]!.id);
  it('help where nothing fits', () => expect(near('chatgklmm')).toContain('chatglm-6b'));
  it('are none for what looks like nothing', () => expect(near('asdfgh')).toEqual([]));
});
