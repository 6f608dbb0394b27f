import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addToManifest, manifestKey } from '../../../src/integrations/editor-files.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'editor files-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const path = () => join(root, '.astro/collections/collections.json');
function writeManifest(manifest: unknown): void {
  mkdirSync(join(root, '.astro/collections'), { recursive: true });
  writeFileSync(path(), JSON.stringify(manifest));
}
const entries = () => (JSON.parse(readFileSync(path(), 'utf8')) as { entries: Record<string, string> }).entries;
const file = { collection: 'projects', file: 'content/projects/New.md' } as const;

it('adds what is not listed, keeps the rest', async () => {
  writeManifest({ collections: [{ hasSchema: true, name: 'projects' }], entries: { 'file:///x.md': 'guides' } });
  await addToManifest(root, [file]);
  expect(entries()).toEqual({ 'file:///x.md': 'guides', [manifestKey(join(root, file.file))]: 'projects' });
});

it('asks for a file as the language server does: decoded, in lower case', () => {
  expect(manifestKey('/home/A b/content/projects/图鉴.md')).toBe('file:///home/a b/content/projects/图鉴.md');
});

it('writes nothing where nothing is new or Astro made no list', async () => {
  await addToManifest(root, [file]);
  expect(existsSync(path())).toBe(false);
  const key = manifestKey(join(root, file.file));
  writeManifest({ entries: { [key]: 'projects' } });
  const before = readFileSync(path(), 'utf8');
  await addToManifest(root, [file]);
  expect(readFileSync(path(), 'utf8')).toBe(before);
});

it('begins the list where it has none', async () => {
  writeManifest({ collections: [] });
  await addToManifest(root, [file]);
  expect(Object.values(entries())).toEqual(['projects']);
});
