import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { linkCacheSchema, type LinkCache } from '../schema/link-cache.ts';
import { writeWhole } from './write-file.ts';

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
export async function writeLinkCache(root: string, cache: LinkCache): Promise<void> {
  const path = join(root, LINK_CACHE_FILE);
  await mkdir(dirname(path), { recursive: true });
  await writeWhole(path, `${JSON.stringify(cache, null, 1)}\n`);
}
