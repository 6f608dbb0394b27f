import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseSource, unreadableSource, type Source } from '../rules/source.ts';
import { COLLECTION_NAMES, type CollectionName } from '../schema/collections.ts';

/** Folder of the content, from the project root. */
export const CONTENT_FOLDER = 'content';

const HIDDEN = /^[._]/;

/** Lists the files of one collection as paths from the root, sorted; hidden and generated ones (`.x`, `_x`) left out. */
export async function listContentFiles(root: string, collection: CollectionName): Promise<string[]> {
  const folder = join(root, CONTENT_FOLDER, collection);
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .filter((name) => !HIDDEN.test(name))
    .sort()
    .map((name) => `${CONTENT_FOLDER}/${collection}/${name}`);
}

/** Reads and parses one file of the content. Rejects where the file system does; a folder is a finding. */
export async function readSource(root: string, collection: CollectionName, file: string): Promise<Source> {
  try {
    return parseSource(collection, file, await readFile(join(root, file), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EISDIR') throw error;
    return unreadableSource(collection, file, '这里只放文件，不放文件夹。', '把里面的文件移到上一层');
  }
}

/** Reads and parses all of the content below `root`, each file once. */
export async function readContent(root: string): Promise<Source[]> {
  const perCollection = await Promise.all(
    COLLECTION_NAMES.map(async (collection) => {
      const files = await listContentFiles(root, collection);
      return Promise.all(files.map((file) => readSource(root, collection, file)));
    }),
  );
  return perCollection.flat();
}
