import { queryWords, rankCandidates } from '../domain/search/rank.ts';

/** The part of Pagefind's JS API that is used here. */
interface Pagefind {
  init: () => Promise<void>;
  options: (options: { baseUrl: string }) => Promise<void>;
  search: (query: string) => Promise<{ results: { data: () => Promise<PagefindData> }[] }>;
}

interface PagefindData {
  url: string;
  content: string;
  meta: Record<string, string>;
}

/** A page found, verified to contain what was typed. */
export interface Hit {
  url: string;
  title: string;
  names: string[];
  /** The page's indexed text. */
  content: string;
  text: string;
  meta: Record<string, string>;
}

/** How many of the index's proposals are read and verified. */
const PROPOSALS = 40;

const loaded = new Map<string, Promise<Pagefind>>();

function load(folder: string, base: string): Promise<Pagefind> {
  let pagefind = loaded.get(folder);
  if (!pagefind) {
    pagefind = (async () => {
      const api = (await import(/* @vite-ignore */ new URL(`${folder}pagefind.js`, location.href).href)) as Pagefind;
      await api.options({ baseUrl: base });
      await api.init();
      return api;
    })();
    pagefind.catch(() => loaded.delete(folder));
    loaded.set(folder, pagefind);
  }
  return pagefind;
}

function segmenter(): (text: string) => string[] {
  if (!('Segmenter' in Intl)) return (text) => [text];
  const segments = new Intl.Segmenter('zh', { granularity: 'word' });
  return (text) => [...segments.segment(text)].map(({ segment }) => segment);
}

/** Splits what was typed into the words that a page must contain. */
export function wordsOf(query: string): string[] {
  return queryWords(query, segmenter());
}

/** Fetches the index's code ahead of the first query. `folder` and `base` end in a slash. */
export function warmUp(folder: string, base: string): void {
  load(folder, base).catch(() => undefined);
}

/** Searches the site; every hit contains what was typed, names before text. Rejects where the index cannot be loaded. */
export async function search(folder: string, base: string, query: string): Promise<Hit[]> {
  const api = await load(folder, base);
  const { results } = await api.search(query.normalize('NFKC'));
  const data = await Promise.all(results.slice(0, PROPOSALS).map((result) => result.data()));
  const hits = data.map(({ url, content, meta }) => ({
    url,
    title: meta['title'] ?? url,
    names: (meta['names'] ?? '').split('|').filter(Boolean),
    content,
    text: [meta['summary'], meta['organization'], content].filter(Boolean).join('\n'),
    meta,
  }));
  return rankCandidates(hits, query, wordsOf(query));
}
