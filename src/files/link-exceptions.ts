import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LINK_EXCEPTIONS_FILE, readLinkExceptions, type ReadExceptions } from '../rules/link-exceptions.ts';

/** Reads the exceptions of the link checker; none where there is no file. Rejects where the file system does. */
export async function readExceptionsFile(root: string): Promise<ReadExceptions> {
  const text = await readFile(join(root, LINK_EXCEPTIONS_FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return readLinkExceptions(text);
}
