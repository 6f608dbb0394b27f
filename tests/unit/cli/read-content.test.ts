import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readContent } from '../../../src/files/read-content.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'content-'));
  mkdirSync(join(root, 'content/projects'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

it('reads files in order, leaves hidden and generated ones out, and has nothing where there is no folder', async () => {
  for (const name of ['b.md', 'a.md', '.draft.md', '_generated.md'])
    writeFileSync(join(root, 'content/projects', name), '');
  const sources = await readContent(root);
  expect(sources.map(({ file }) => file)).toEqual(['content/projects/a.md', 'content/projects/b.md']);
});

it('finds fault with a folder instead of stopping', async () => {
  mkdirSync(join(root, 'content/projects/sub'));
  const [source] = await readContent(root);
  expect(source!.findings).toMatchObject([{ code: 'file-name', file: 'content/projects/sub' }]);
});
