import type { NamesFile } from '../domain/search/names-file.ts';
import { createNamesIndex, type NamesIndex } from '../domain/search/names-index.ts';

const loaded = new Map<string, Promise<NamesIndex>>();

/** Fetches the names layer, once a page. Rejects where it cannot be had; the next call tries anew. */
export function loadNames(address: string): Promise<NamesIndex> {
  let index = loaded.get(address);
  if (!index) {
    index = (async () => {
      const response = await fetch(address);
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      return createNamesIndex((await response.json()) as NamesFile);
    })();
    index.catch(() => loaded.delete(address));
    loaded.set(address, index);
  }
  return index;
}
