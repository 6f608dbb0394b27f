import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EMPTY_SNAPSHOT, githubSnapshotSchema, type GitHubSnapshot } from '../schema/github-snapshot.ts';
import { writeWhole } from './write-file.ts';

/** Path of the snapshot from the project root. Generated: people never write in it. */
export const SNAPSHOT_FILE = 'content/_generated/github.json';

/** Reads the snapshot; an empty one where there is no file. Rejects with one sentence where the file is not what was written. */
export async function readSnapshot(root: string): Promise<GitHubSnapshot> {
  let text;
  try {
    text = await readFile(join(root, SNAPSHOT_FILE), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return EMPTY_SNAPSHOT;
    throw error;
  }
  try {
    return githubSnapshotSchema.parse(JSON.parse(text));
  } catch {
    const sentence = `${SNAPSHOT_FILE} 读不懂。它由 npm run refresh 生成：用 git 恢复上一版，或者删掉它再跑一次。`;
    const error = new Error(sentence);
    // The fault is in the file: where this code stands helps nobody.
    error.stack = sentence;
    throw error;
  }
}

/** One line a project, projects in order: a week's changes read as the projects that changed. */
function format(snapshot: GitHubSnapshot): string {
  const block = (entries: Record<string, unknown>) => {
    const lines = Object.keys(entries)
      .sort()
      .map((id) => `    ${JSON.stringify(id)}: ${JSON.stringify(entries[id])}`);
    return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`;
  };
  const { version, repositories, missing } = snapshot;
  return `{\n  "version": ${version},\n  "repositories": ${block(repositories)},\n  "missing": ${block(missing)}\n}\n`;
}

/** Writes the snapshot, atomically. */
export async function writeSnapshot(root: string, snapshot: GitHubSnapshot): Promise<void> {
  const path = join(root, SNAPSHOT_FILE);
  await mkdir(dirname(path), { recursive: true });
  await writeWhole(path, format(snapshot));
}
