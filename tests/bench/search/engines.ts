import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Page } from 'playwright-core';
import type { SearchRecord } from '../../../src/outputs/search-records.ts';

/** A search to compare with: the paths of what it finds, the best first. */
export interface Engine {
  name: string;
  find: (query: string) => Promise<string[]>;
}

const LIMIT = 10;

const documents = (records: readonly SearchRecord[]) =>
  records.map(({ url, content, meta }) => ({
    id: url,
    title: meta['title'] ?? '',
    names: (meta['names'] ?? '').split('|').join(' '),
    text: content,
  }));

/** MiniSearch over the same pages: names weigh more, prefixes and one typo in five letters, as its guide suggests. */
export function miniSearch(records: readonly SearchRecord[]): Engine {
  const engine = new MiniSearch({ fields: ['title', 'names', 'text'], storeFields: ['id'] });
  engine.addAll(documents(records));
  const options = { prefix: true, fuzzy: 0.2, boost: { title: 4, names: 3 } };
  return {
    name: 'MiniSearch',
    find: (query) =>
      Promise.resolve(
        engine
          .search(query, options)
          .slice(0, LIMIT)
          .map(({ id }) => String(id)),
      ),
  };
}

/** Fuse.js over the same pages, its defaults but for a text of any length. */
export function fuse(records: readonly SearchRecord[]): Engine {
  const engine = new Fuse(documents(records), {
    keys: [
      { name: 'title', weight: 4 },
      { name: 'names', weight: 3 },
      { name: 'text', weight: 1 },
    ],
    ignoreLocation: true,
  });
  return {
    name: 'Fuse.js',
    find: (query) => Promise.resolve(engine.search(query, { limit: LIMIT }).map(({ item }) => item.id)),
  };
}

/** Pagefind as it comes, through its own API on the built site. */
export function plainPagefind(page: Page, site: string): Engine {
  return {
    name: 'Pagefind',
    find: (query) =>
      page.evaluate(
        async ({ address, text, limit }) => {
          const api = (await import(`${address}pagefind/pagefind.js`)) as {
            search: (query: string) => Promise<{ results: { data: () => Promise<{ url: string }> }[] }>;
          };
          const { results } = await api.search(text);
          const data = await Promise.all(results.slice(0, limit).map((result) => result.data()));
          return data.map(({ url }) => new URL(url, location.href).pathname);
        },
        { address: site, text: query, limit: LIMIT },
      ),
  };
}
