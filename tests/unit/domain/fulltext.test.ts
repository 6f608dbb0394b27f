import { describe, expect, it } from 'vitest';
import { indexTokens, searchText, textWords, type TextPage } from '../../../src/domain/search/fulltext.ts';

const PAGES: TextPage[] = [
  { url: '/a/', title: 'A', text: '在树莓派上也能跑的小模型，单卡就够' },
  { url: '/b/', title: 'B', text: '医疗问答模型，用教材训练' },
  { url: '/c/', title: 'C', text: '单张显卡就能跑，教材很少。单张显卡。' },
  { url: '/d/', title: '显卡指南', text: '单张显卡怎么选' },
];

/** Proposes like the index: pages with every token, and for unknown words pages with their beginning. */
const propose = (tokens: readonly string[]) =>
  Promise.resolve(
    PAGES.filter(({ title, text }) => tokens.every((token) => `${title}${text}`.toLowerCase().includes(token[0]!))).map(
      (page) => ({
        id: page.url,
        load: () => Promise.resolve(page),
      }),
    ),
  );
const segment = (text: string) =>
  text.split(/(树莓派|上|能|跑|的|大模型|模型|医疗|有没有|显卡|单张|教材)/).filter(Boolean);
const find = async (query: string) =>
  (await searchText(propose, query, segment)).map(({ page, fit }) => [page.url, fit]);

it('cuts Chinese into overlapping pairs and keeps Latin words', () => {
  expect(indexTokens('多轮对话 LoRA，7B')).toEqual(['多轮', '轮对', '对话', 'lora', '7b']);
  expect(indexTokens('驼')).toEqual(['驼']);
  expect(indexTokens('—！')).toEqual([]);
});

it('splits words at blanks and where Chinese begins', () =>
  expect(textWords('LLaMA大模型 7B', segment)).toEqual(['llama', '大模型', '7b']));

describe('searchText', () => {
  it('puts the title first, then the page that says it most often', async () => {
    expect(await find('显卡')).toEqual([
      ['/d/', 'contiguous'],
      ['/c/', 'contiguous'],
    ]);
  });

  it('takes words that stand apart where no page has them together', async () =>
    expect(await find('教材 单张')).toEqual([['/c/', 'words']]));

  it('does not believe the index', async () => {
    expect(await find('单调')).toEqual([]);
    // 上 and 少 stand on one page, apart: cut out of 上少 by the segmenter, they say nothing.
    expect(await find('卡少')).toEqual([]);
    // 模型，单 stands across a comma.
    expect(await find('型单')).toEqual([]);
    expect(await find('无双')).toEqual([]);
    expect(await find('  ')).toEqual([]);
  });

  it('gives what has the telling word where no page has all, and says so', async () => {
    expect(await find('树莓派上能跑的大模型')).toEqual([['/a/', 'some']]);
    expect(await find('有没有医疗的大模型')).toEqual([['/b/', 'some']]);
  });

  it('prefers the longer piece where the cutter cut a name in two', async () => {
    const pages = [
      { url: '/x/', title: 'X', text: '这个模型派上用场了' },
      { url: '/y/', title: 'Y', text: '树莓派可以跑' },
    ];
    const all = () => Promise.resolve(pages.map((page) => ({ id: page.url, load: () => Promise.resolve(page) })));
    for (const cut of [(text: string) => text.split(/(树莓|派上|能跑)/).filter(Boolean), (text: string) => [...text]]) {
      const [first] = await searchText(all, '树莓派上能跑', cut);
      expect(first).toMatchObject({ page: { url: '/y/' }, fit: 'some' });
    }
  });
});
