import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { attributes, DIST, elementsOf, filesBelow, read, textOf } from '../support/built.ts';
import { brotli } from '../support/serve.ts';

/** Follows the static imports of a module, so that everything a page loads by itself is counted. */
async function withImports(path: string, seen: Set<string>): Promise<void> {
  if (seen.has(path)) return;
  seen.add(path);
  if (!path.endsWith('.js')) return;
  const code = read(DIST, path);
  const imports = [...code.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[\w${},*\s]+from\s*)?["'](\.[^"']+)["']/g)];
  for (const match of imports) await withImports(join(path, '..', match[1]!), seen);
}

/** Adds up the code that a page loads or carries before anybody opens the search, brotli at level 11. */
async function weighScripts(page: string): Promise<number> {
  const files = new Set<string>();
  let inline = '';
  for (const element of elementsOf(read(DIST, page))) {
    const { src, type } = attributes(element);
    if (element.tagName !== 'script' || type?.endsWith('json')) continue;
    if (src) await withImports(src, files);
    else inline += textOf(element);
  }
  const sizes = await Promise.all([...files].map(sizeOf));
  return sizes.reduce((sum, size) => sum + size, (await brotli(Buffer.from(inline))).length);
}

/** Adds up what a page weighs on the wire before anybody opens the search: HTML, CSS, JS, brotli at level 11. */
async function weigh(page: string): Promise<number> {
  const parts = await Promise.all([page, ...(await filesOf(page))].map(sizeOf));
  return parts.reduce((sum, size) => sum + size, 0);
}

/** Lists the styles and scripts that a page loads by itself. */
async function filesOf(page: string): Promise<string[]> {
  const files = new Set<string>();
  for (const element of elementsOf(read(DIST, page))) {
    const { src, href, rel } = attributes(element);
    if (element.tagName === 'script' && src) await withImports(src, files);
    if (element.tagName === 'link' && rel === 'stylesheet' && href) files.add(href);
  }
  return [...files];
}

/** Sizes on the wire by path: scripts and styles are shared by hundreds of pages. */
const sizes = new Map<string, Promise<number>>();

function sizeOf(path: string): Promise<number> {
  let size = sizes.get(path);
  if (!size) {
    size = readFile(join(DIST, path)).then(async (content) => (await brotli(content)).length);
    sizes.set(path, size);
  }
  return size;
}

const pages = filesBelow(DIST).filter((path) => path.endsWith('/index.html'));

describe.each([
  ['home', /^\/index\.html$/, 25_000],
  ['entry', /^\/projects\/.+\//, 20_000],
  ['category', /^\/categories\/.+\//, 30_000],
  ['list', /^\/projects\/index\.html$/, 30_000],
  ['openness', /^\/openness\/index\.html$/, 30_000],
  ['timeline', /^\/timeline\/index\.html$/, 40_000],
  ['family trees', /^\/lineage\/index\.html$/, 40_000],
])('%s', (_, pattern, limit) => {
  it(`weighs at most ${limit} bytes`, async () => {
    const kind = pages.filter((path) => pattern.test(path));
    expect(kind).not.toEqual([]);
    const weights = await Promise.all(kind.map(async (path) => ({ path, bytes: await weigh(path) })));
    const heaviest = weights.sort((a, b) => b.bytes - a.bytes)[0]!;
    expect(heaviest.bytes, `${heaviest.path}: ${heaviest.bytes} bytes`).toBeLessThanOrEqual(limit);
  });
});

it.each(['/lineage/index.html'])('%s runs at most 15 kB of code', async (page) => {
  const scripts = (await filesOf(page)).filter((path) => path.endsWith('.js'));
  expect(scripts).not.toEqual([]);
  const bytes = await Promise.all(scripts.map(sizeOf));
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(15_000);
});

it('search code weighs at most 8 KiB, with the folding it shares with the lists', async () => {
  const scripts = filesBelow(DIST).filter((path) => /^\/_astro\/site-search\.[^/]+\.js$/.test(path));
  expect(scripts).toHaveLength(1);
  // Whatever else it shares with other pages counts too, but for the pages looked at last, which entries load anyway.
  const files = new Set<string>();
  await withImports(scripts[0]!, files);
  const own = [...files].filter((path) => !path.includes('/recent.'));
  const bytes = await Promise.all(own.map(sizeOf));
  expect(bytes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(8 * 1024);
});

describe.each([
  ['home', /^\/index\.html$/, 3_000],
  ['entry', /^\/projects\/.+\//, 3_000],
  ['comparison', /^\/compare\/index\.html$/, 15_000],
])('scripts of %s', (_, pattern, limit) => {
  it(`weigh at most ${limit} bytes`, async () => {
    const kind = pages.filter((path) => pattern.test(path));
    expect(kind).not.toEqual([]);
    for (const path of kind) expect(await weighScripts(path), path).toBeLessThanOrEqual(limit);
  });
});

it('rules and schema weigh at most 100 kB, for the form alone', async () => {
  const scripts = filesBelow(DIST).filter((path) => /^\/_astro\/check-form\.[^/]+\.js$/.test(path));
  expect(scripts).toHaveLength(1);
  expect(await sizeOf(scripts[0]!)).toBeLessThanOrEqual(100_000);
  // No JavaScript parser for the MDX that the form never writes.
  expect(read(DIST, scripts[0]!)).not.toMatch(/acorn|ecmaVersion/);
});
