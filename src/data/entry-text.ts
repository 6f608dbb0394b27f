import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Reads the text of an entry's file, by its path from the project root. */
export function entryText(file: string): Promise<string> {
  return readFile(join(process.cwd(), file), 'utf8');
}
