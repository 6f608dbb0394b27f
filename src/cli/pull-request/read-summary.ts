import { readFile, stat } from 'node:fs/promises';
import { SUMMARY_LIMITS, summarySchema, type Summary } from '../../schema/pull-request.ts';

/** Reads a summary that a stranger's code wrote. Null where it is missing, too large, no JSON, or not of the agreed shape. */
export async function readSummary(path: string): Promise<Summary | null> {
  const size = await stat(path).then(
    (info) => (info.isFile() ? info.size : Infinity),
    () => Infinity,
  );
  if (size > SUMMARY_LIMITS.bytes) return null;
  try {
    return summarySchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}
