import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { linkCacheSchema, type LinkCache } from '../schema/link-cache.ts';
import { writeAtomic } from './write-atomic.ts';

/** Path of the link checker's cache from the project root; git ignores it. */
const LINK_CACHE_FILE = '.cache/links.json';

/** Reads the cache. One that is missing or spoilt is an empty one: everything is asked anew. */
export async function readLinkCache(root: string): Promise<LinkCache> {
  try {
    return linkCacheSchema.parse(JSON.parse(await readFile(join(root, LINK_CACHE_FILE), 'utf8')));
  } catch {
    return { version: 1, links: {} };
  }
}

/** Writes the cache, atomically. */
export function writeLinkCache(root: string, cache: LinkCache): Promise<void> {
  return writeAtomic(join(root, LINK_CACHE_FILE), `${JSON.stringify(cache, null, 1)}\n`);
}
