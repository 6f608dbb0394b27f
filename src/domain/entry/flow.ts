import { parse, stringify } from 'yaml';

/** Reads an object that was written on one line, `{ layers: 32, headDim: 128 }`; a text that is none stays a text, so that the checker can name it. */
export function readFlow(text: string): unknown {
  try {
    const value: unknown = parse(text, { maxAliasCount: 0, logLevel: 'silent' });
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : text;
  } catch {
    return text;
  }
}

/** Writes an object on one line, so that {@link readFlow} gives it back. */
export function writeFlow(value: object): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();
}
