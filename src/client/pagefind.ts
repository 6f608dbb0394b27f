import { searchText, type Proposal, type TextHit, type TextPage } from '../domain/search/fulltext.ts';

/** The part of Pagefind's JS API that is used here. */
interface Pagefind {
  createInstance: (options: { baseUrl: string }) => PagefindInstance;
}

interface PagefindInstance {
  init: () => Promise<void>;
  search: (query: string) => Promise<{ results: { id: string; data: () => Promise<PagefindData> }[] }>;
}

interface PagefindData {
  url: string;
  content: string;
  meta: Record<string, string>;
}

/** A page of the full-text index, with what is shown of it. */
export interface SitePage extends TextPage {
  /** The page's indexed text. */
  content: string;
  meta: Record<string, string>;
}

const loaded = new Map<string, Promise<PagefindInstance>>();

/**
 * Makes an instance that takes queries as they are. Pagefind cuts Chinese queries by the browser's segmenter, which
 * often cuts otherwise than its index; an instance made while the page's language is a tag that `Intl` refuses
 * (`zh-`) passes the tokens through, and still finds the Chinese index. Undocumented: the version is pinned, and
 * tests/e2e/search.test.ts fails on the day that it stops working.
 */
async function createUnsegmented(api: Pagefind, base: string): Promise<PagefindInstance> {
  const root = document.documentElement;
  const language = root.lang;
  root.lang = `${language.split('-')[0]}-`;
  try {
    const instance = api.createInstance({ baseUrl: base });
    const ready = instance.init();
    root.lang = language;
    await ready;
    return instance;
  } finally {
    root.lang = language;
  }
}

function load(folder: string, base: string): Promise<PagefindInstance> {
  let pagefind = loaded.get(folder);
  if (!pagefind) {
    pagefind = (async () => {
      const api = (await import(/* @vite-ignore */ new URL(`${folder}pagefind.js`, location.href).href)) as Pagefind;
      return createUnsegmented(api, base);
    })();
    pagefind.catch(() => loaded.delete(folder));
    loaded.set(folder, pagefind);
  }
  return pagefind;
}

function toPage({ url, content, meta }: PagefindData): SitePage {
  const title = meta['title'] ?? url;
  const text = [title, meta['names'], meta['summary'], meta['organization'], content].filter(Boolean).join('\n');
  return { url, title, text, content, meta };
}

/** The browser's own cutter for Chinese words; whole runs where there is none. */
function segmenter(): (text: string) => string[] {
  if (!('Segmenter' in Intl)) return (text) => [text];
  const segments = new Intl.Segmenter('zh', { granularity: 'word' });
  return (text) => [...segments.segment(text)].map(({ segment }) => segment);
}

/** Fetches the index's code ahead of the first query. `folder` and `base` end in a slash. */
export function warmUp(folder: string, base: string): void {
  load(folder, base).catch(() => undefined);
}

/** Searches the pages' texts; every hit is verified. Rejects where the index cannot be loaded. */
export async function searchPages(folder: string, base: string, query: string): Promise<TextHit<SitePage>[]> {
  const pagefind = await load(folder, base);
  const propose = async (tokens: readonly string[]): Promise<Proposal<SitePage>[]> => {
    if (tokens.length === 0) return [];
    const { results } = await pagefind.search(tokens.join(' '));
    return results.map(({ id, data }) => ({ id, load: async () => toPage(await data()) }));
  };
  return searchText(propose, query, segmenter());
}
