import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readExceptionsFile } from './link-exceptions.ts';
import { misplacedSource, parseSource, unreadableSource, type Source } from '../rules/source.ts';
import { COLLECTION_NAMES, type CollectionName } from '../schema/collections.ts';

/** Folder of the content, from the project root. */
export const CONTENT_FOLDER = 'content';

const HIDDEN = /^[._]/;

/** Files of `content/` that are no entries. */
const NO_ENTRIES = ['LICENSE', 'README.md', 'link-exceptions.yml'];

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => !HIDDEN.test(name)).sort();
}

/** Lists the files of one collection as paths from the root, sorted; hidden and generated ones (`.x`, `_x`) left out. */
export async function listContentFiles(root: string, collection: CollectionName): Promise<string[]> {
  const names = await namesIn(join(root, CONTENT_FOLDER, collection));
  return names.map((name) => `${CONTENT_FOLDER}/${collection}/${name}`);
}

/** What cannot be read as a file, by the file system's error code. */
const UNREADABLE: Record<string, readonly [message: string, hint: string]> = {
  EISDIR: ['这里只放文件，不放文件夹。', '把里面的文件移到上一层'],
  ENOENT: ['这个链接指向的文件不存在。', '放真正的文件，不放链接'],
  EACCES: ['这个文件没有读取权限。', '把权限改成可读'],
  ELOOP: ['这个链接绕成了圈。', '放真正的文件，不放链接'],
};

/**
 * Reads and parses one file of the content. A folder, a broken link or what may not be read is a finding; rejects
 * only where the file system itself fails.
 */
export async function readSource(root: string, collection: CollectionName, file: string): Promise<Source> {
  try {
    const path = join(root, file);
    const stats = await lstat(path);
    // A pipe or device would be waited for without end.
    if (!stats.isFile() && !stats.isDirectory() && !stats.isSymbolicLink())
      return unreadableSource(collection, file, '这不是普通文件。', '换成普通的文本文件');
    return parseSource(collection, file, await readFile(path, 'utf8'));
  } catch (error) {
    const [message, hint] = UNREADABLE[(error as NodeJS.ErrnoException).code ?? ''] ?? [];
    if (!message || !hint) throw error;
    return unreadableSource(collection, file, message, hint);
  }
}

/** Finds what lies in `content/` beside the folders that are read: a misnamed folder would be passed over in silence. */
async function misplaced(root: string): Promise<Source[]> {
  const names = await namesIn(join(root, CONTENT_FOLDER));
  const known: readonly string[] = COLLECTION_NAMES;
  return names
    .filter((name) => !known.includes(name) && !NO_ENTRIES.includes(name))
    .map((name) => misplacedSource(`${CONTENT_FOLDER}/${name}`));
}

/** Reads and parses all of the content below `root`, each file once. The link checker's exceptions are among it where something is wrong with them. */
export async function readContent(root: string): Promise<Source[]> {
  const perCollection = await Promise.all(
    COLLECTION_NAMES.map(async (collection) => {
      const files = await listContentFiles(root, collection);
      return Promise.all(files.map((file) => readSource(root, collection, file)));
    }),
  );
  const { source: exceptions } = await readExceptionsFile(root);
  return [...perCollection.flat(), ...(await misplaced(root)), ...(exceptions.findings.length > 0 ? [exceptions] : [])];
}
