import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { createPaths } from '../../../src/domain/paths.ts';
import { squashText } from '../../../src/domain/search/fold.ts';
import type { NamesFile } from '../../../src/domain/search/names-file.ts';
import { readContent } from '../../../src/files/read-content.ts';
import { searchRecords } from '../../../src/outputs/search-records.ts';
import { catalogFrom } from '../../../src/rules/check.ts';
import { launch } from '../../support/chromium.ts';
import { brotli, serve } from '../../support/serve.ts';
import { fuse, miniSearch, plainPagefind, type Engine } from './engines.ts';
import { generatedQueries, rates, writtenQueries, type Graded, type GradedQuery } from './query-sets.ts';
import { grow } from './synthetic.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const dist = join(root, 'dist');
const seed = Number(process.argv[2] ?? 20261124);
const perKind = Number(process.argv[3] ?? 40);

const sources = await readContent(root);
const catalog = catalogFrom(sources);
const bodies = new Map(sources.map((source) => [source.file, source.body]));
const known = new Set(
  [
    ['projects', catalog.projects],
    ['datasets', catalog.datasets],
    ['leaderboards', catalog.leaderboards],
  ].flatMap(([folder, items]) => (items as { id: string }[]).map(({ id }) => `${folder as string}/${id}`)),
);
const queries = {
  written: writtenQueries(known),
  generated: generatedQueries(
    catalog,
    catalog.projects.map(({ file }) => bodies.get(file) ?? ''),
    seed,
    perKind,
  ),
};

/** The text of a built page, folded, for queries that must stand on the page found. */
const texts = new Map<string, Promise<string>>();
function textOf(path: string): Promise<string> {
  let text = texts.get(path);
  if (!text) {
    text = readFile(join(dist, path, 'index.html'), 'utf8').then((html) =>
      squashText(html.replace(/<script[\s\S]*?<\/script>/g, ' ').replace(/<[^>]+>/g, ' ')),
    );
    texts.set(path, text);
  }
  return text;
}

async function grade(query: GradedQuery, paths: readonly string[], unsure: boolean): Promise<Graded> {
  const ids = paths.map((path) => path.replace(/^\/|\/$/g, ''));
  const wanted = query.first ?? query.any ?? [];
  let rank = ids.findIndex((id) => wanted.includes(id));
  if (query.contains)
    rank = paths[0] !== undefined && (await textOf(paths[0])).includes(squashText(query.query)) ? 0 : -1;
  return { query, rank: rank < 0 ? null : rank + 1, hits: paths.length, unsure };
}

function print(title: string, results: readonly Graded[]): void {
  console.log(`\n${title}`);
  console.log('kind            n    s@1    s@3    MRR   none  wrong');
  for (const [kind, { n, first, three, mrr, none, wrong }] of rates(results))
    console.log(
      [
        kind.padEnd(12),
        String(n).padStart(4),
        ...[first, three, mrr, none, wrong].map((x) => x.toFixed(3).padStart(6)),
      ].join(' '),
    );
}

const BOX = 'main input[type=search]';

/** Types a query into the search page and reads the results when they stand. */
async function ask(page: Page, query: string): Promise<{ paths: string[]; unsure: boolean }> {
  await page.fill(BOX, '');
  await page.waitForSelector('[data-search-state="idle"]');
  await page.fill(BOX, query);
  await page.waitForSelector('[data-search-state="done"]');
  return page.evaluate(() => ({
    paths: [...document.querySelectorAll<HTMLAnchorElement>('[data-search-results] a')].map((a) => a.pathname),
    unsure: document.querySelector('[data-search-results] [data-unsure]') !== null,
  }));
}

async function measureSite(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`${url}search/`);
  for (const [title, set] of Object.entries(queries)) {
    const results: Graded[] = [];
    for (const query of set) {
      const { paths, unsure } = await ask(page, query.query);
      results.push(await grade(query, paths, unsure));
    }
    print(`This search, ${title} (${set.length} queries)`, results);
    for (const { query, rank } of results)
      if (rank === null || rank > (query.any ? 5 : 1)) console.log(`  miss  ${query.kind}  ${query.query}`);
  }
  await page.close();
}

async function measureEngine(engine: Engine): Promise<void> {
  for (const [title, set] of Object.entries(queries)) {
    const results: Graded[] = [];
    for (const query of set) results.push(await grade(query, await engine.find(query.query), false));
    print(`${engine.name}, ${title}`, results);
  }
}

/** Bytes and requests from a cold visit to the first suggestion and to full results, at 100 ms a round trip. */
async function measureCold(browser: Browser, url: string): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 100,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  let bytes = 0;
  let requests = 0;
  session.on('Network.requestWillBeSent', () => requests++);
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.keyboard.press('/');
  await page.waitForTimeout(400);
  const start = performance.now();
  await page.keyboard.type('v');
  await page.locator('[data-search-results] a').first().waitFor();
  console.log(
    `\nCold, 100 ms round trip: first suggestion ${Math.round(performance.now() - start)} ms after the first key (the box was opened 400 ms before); ${requests} requests, ${bytes} bytes`,
  );
  await page.keyboard.type('icuna');
  await page.waitForSelector('[data-search-state="done"]');
  console.log(`Full results for "vicuna": ${requests} requests, ${bytes} bytes in all`);
  await context.close();
}

/** Time from a key to the names on the page, for every beginning of some names. */
async function measureKeys(browser: Browser, url: string, file: NamesFile, label: string): Promise<void> {
  const page = await browser.newPage();
  await page.route('**/data/names.json', (route) => route.fulfill({ json: file }));
  await page.goto(`${url}search/?q=llama`);
  await page.waitForSelector('[data-search-state="done"]');
  const names = [
    'chatglm-6b',
    'vicuna',
    'wizzardlm',
    '通义千问',
    'luotuo',
    '羊陀',
    'stanford alpaca',
    'baichaun',
    'zzzzzzzz',
  ];
  const times = await page.evaluate(async (asked) => {
    const input = document.querySelector<HTMLInputElement>('main input[type=search]')!;
    const taken: number[] = [];
    for (const name of asked)
      for (let end = 1; end <= name.length; end++) {
        input.value = name.slice(0, end);
        const start = performance.now();
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        // The answer comes in microtasks: when they have run, it stands. A wait for a task would count what else the
        // browser has to do.
        for (let i = 0; i < 50; i++) await null;
        taken.push(performance.now() - start);
        // The browser lays out and paints in its own time, before the next key.
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    return taken.sort((a, b) => a - b);
  }, names);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(1);
  const size = (await brotli(Buffer.from(JSON.stringify(file)))).length;
  console.log(
    `${label}: ${file.ids.length} targets, names ${size} bytes brotli, key to names p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`,
  );
  await page.close();
}

const site = await serve(dist);
const browser = await launch();
console.log(`Seed ${seed}, ${perKind} generated queries a kind, ${catalog.projects.length} projects.`);
await measureSite(browser, site.url);
const records = searchRecords(catalog, createPaths('/'), (file) => bodies.get(file) ?? '');
const page = await browser.newPage();
await page.goto(site.url);
for (const engine of [plainPagefind(page, site.url), miniSearch(records), fuse(records)]) await measureEngine(engine);
await measureCold(browser, site.url);
const file = JSON.parse(await readFile(join(dist, 'data/names.json'), 'utf8')) as NamesFile;
await measureKeys(browser, site.url, file, 'Real size');
for (const count of [2_000, 10_000]) await measureKeys(browser, site.url, grow(file, count, seed), 'Synthetic');
await browser.close();
await site.close();
