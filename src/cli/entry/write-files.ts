import { constants, copyFile, link, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { idSchema, licenseIdSchema } from '../../schema/ids.ts';
import type { NewFile } from '../../domain/entry/entry-file.ts';

/** Longest id that becomes a file name. */
const MAX_ID = 80;

/** The only places that an answer can write to: one file of a folder, named by an id of its shape. */
const PLACES = [
  { pattern: /^content\/projects\/([^/\\]+)\.md$/, id: idSchema },
  { pattern: /^content\/organizations\/([^/\\]+)\.yml$/, id: idSchema },
  { pattern: /^content\/licenses\/([^/\\]+)\.yml$/, id: licenseIdSchema },
];

/** An id that ends like a file is a slip: `x.md` would become `x.md.md`. */
const ENDING = /\.(?:mdx?|ya?ml)$/;

/** Tells whether a path is one that answers may write to. */
export function isAllowedPath(path: string): boolean {
  return PLACES.some(({ pattern, id }) => {
    const name = pattern.exec(path)?.[1];
    return name !== undefined && name.length <= MAX_ID && !ENDING.test(name) && id.safeParse(name).success;
  });
}

/** A file that is there already and was left alone. */
export class FileExistsError extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`${path} exists`);
    this.path = path;
  }
}

/** Gives a draft its name, only where nothing has it: a hard link is made all at once. Disks without links get a copy. */
async function publish(draft: string, target: string): Promise<void> {
  try {
    await link(draft, target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || code === 'ENOENT') throw error;
    await copyFile(draft, target, constants.COPYFILE_EXCL);
  }
}

/**
 * Writes a file whole or not at all: into a hidden neighbour first, then under its name. Rejects with a
 * {@link FileExistsError} where the file is there, unless it is to be replaced, and with a RangeError for a path
 * that answers may not write to.
 */
export async function writeWhole(root: string, file: NewFile, replace = false): Promise<void> {
  if (!isAllowedPath(file.path)) throw new RangeError(file.path);
  const target = join(root, file.path);
  const draft = join(dirname(target), `.${process.pid}.draft`);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(draft, file.text, { flag: 'w', mode: 0o644 });
  try {
    if (replace) await rename(draft, target);
    else await publish(draft, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new FileExistsError(file.path);
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}
