import { join } from 'node:path';
import { idSchema, licenseIdSchema } from '../../schema/ids.ts';
import type { NewFile } from '../../domain/entry/entry-file.ts';
import { writeNew, writeWhole } from '../../files/write-file.ts';

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

/**
 * Writes a file of answers whole or not at all. Rejects with a {@link FileExistsError} where the file is there, unless
 * it is to be replaced, and with a RangeError for a path that answers may not write to.
 */
export async function writeAnswered(root: string, file: NewFile, replace = false): Promise<void> {
  if (!isAllowedPath(file.path)) throw new RangeError(file.path);
  const target = join(root, file.path);
  try {
    await (replace ? writeWhole(target, file.text) : writeNew(target, file.text));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new FileExistsError(file.path);
    throw error;
  }
}
