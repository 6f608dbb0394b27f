import { constants, copyFile, link, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Writes into a hidden neighbour, which `publish` then gives its name; nothing is left behind where that fails. */
async function write(path: string, text: string, publish: (draft: string) => Promise<void>): Promise<void> {
  const draft = join(dirname(path), `.${crypto.randomUUID()}.tmp`);
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(draft, text, { encoding: 'utf8', mode: 0o644 });
    await publish(draft);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Writes a file so that it is either the old one or the new one, never half of it. */
export async function writeWhole(path: string, text: string): Promise<void> {
  await write(path, text, (draft) => rename(draft, path));
}

/**
 * Writes a file that must not be there yet, whole or not at all. Rejects with `EEXIST` where it is: a hard link is
 * made all at once. Disks without links get a copy.
 */
export async function writeNew(path: string, text: string): Promise<void> {
  await write(path, text, async (draft) => {
    try {
      await link(draft, path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST' || code === 'ENOENT') throw error;
      await copyFile(draft, path, constants.COPYFILE_EXCL);
    }
  });
}
