import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BUILDS } from '../support/built.ts';
import { launch } from '../support/chromium.ts';
import { watchedPage, type WatchedPage } from '../support/page.ts';
import { serve, type Site } from '../support/serve.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe.each(BUILDS)('a reader $name', ({ base, folder }) => {
  let site: Site;
  let watched: WatchedPage;
  beforeAll(async () => {
    site = await serve(folder, base);
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    watched = await watchedPage(browser, new URL(site.url).origin);
  });
  afterEach(async () => {
    expect(watched.problems).toEqual([]);
    await watched.close();
  });

  it('gets from home through a category to an entry and its GitHub link', async () => {
    const { page } = watched;
    await page.goto(site.url);
    await page.getByRole('main').getByRole('link', { name: 'Alpaca模式' }).click();
    await expect.poll(() => page.title()).toContain('Alpaca模式');
    await page.getByRole('main').getByRole('link', { name: 'Vicuna', exact: true }).click();
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('Vicuna');
    const link = page.getByRole('link', { name: 'GitHub 仓库' });
    expect(await link.getAttribute('href')).toBe('https://github.com/lm-sys/FastChat');
    expect(await link.getAttribute('rel')).toContain('noopener');
  });

  it('follows a source mark to its evidence and the breadcrumbs back', async () => {
    const { page } = watched;
    await page.goto(`${site.url}projects/chatglm-6b/`);
    await page.locator('.mark').first().click();
    expect(new URL(page.url()).hash).toMatch(/^#evidence-\d+$/);
    await page.getByRole('navigation', { name: '位置' }).getByRole('link', { name: '全部项目' }).click();
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('全部项目');
  });

  it('searches from the big box of the home page', async () => {
    const { page } = watched;
    await page.goto(site.url);
    await page.getByRole('main').getByRole('searchbox').fill('羊驼');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-search-state="done"]');
    expect(new URL(page.url()).searchParams.get('q')).toBe('羊驼');
    expect(await page.locator('[data-search-results] a').count()).toBeGreaterThan(0);
  });
});

describe('the list of all entries', () => {
  let site: Site;
  let watched: WatchedPage;
  beforeAll(async () => {
    site = await serve(BUILDS[0].folder);
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    watched = await watchedPage(browser, new URL(site.url).origin);
  });
  afterEach(async () => {
    expect(watched.problems).toEqual([]);
    await watched.close();
  });

  const names = async () =>
    (await watched.page.locator('[data-rows] .card-name a').allTextContents()).map((name) => name.trim());

  it('narrows by what is chosen and typed, keeps it in the address, and gives it back', async () => {
    const { page } = watched;
    await page.goto(`${site.url}projects/`);
    const all = await names();
    await page.getByLabel('能否商用').selectOption('allowed');
    await expect.poll(async () => (await names()).length).toBeLessThan(all.length);
    expect((await names()).length).toBeGreaterThan(0);
    expect(new URL(page.url()).search).toBe('?verdict=allowed');
    await page.getByLabel('名字里有').fill('dolly');
    await expect.poll(names).toEqual(['Dolly 2.0']);
    await page.reload();
    await expect.poll(names).toEqual(['Dolly 2.0']);
    await page.getByRole('button', { name: '清除全部' }).click();
    await expect.poll(names).toEqual(all);
    expect(new URL(page.url()).search).toBe('');
    await page.goBack();
    await expect.poll(names).toEqual(['Dolly 2.0']);
  });

  it('says in words that nothing is left', async () => {
    const { page } = watched;
    await page.goto(`${site.url}projects/?q=asdfgh`);
    await page.getByText('没有符合这些条件的项目').waitFor();
    expect(await page.locator('[data-count]').textContent()).toBe('0');
  });

  it('sorts by release, newest first', async () => {
    const { page } = watched;
    await page.goto(`${site.url}projects/?sort=released`);
    const years = async () =>
      (await page.locator('[data-rows] .card-facts').allTextContents())
        .map((facts) => /\b(20\d\d)\b/.exec(facts)?.[1])
        .filter((year) => year !== undefined);
    const sorted = [...(await years())].sort().reverse();
    await expect.poll(years).toEqual(sorted);
  });

  it('asks for the data when somebody narrows, not before, and once', async () => {
    const { page } = watched;
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/data/')) asked.push(request.url());
    });
    await page.goto(`${site.url}projects/`);
    expect(asked).toEqual([]);
    await page.getByLabel('能否商用').selectOption('forbidden');
    await expect.poll(() => page.locator('project-list').getAttribute('aria-busy')).toBe('false');
    await page.getByLabel('年份').selectOption('2023');
    await expect.poll(() => new URL(page.url()).search).toBe('?verdict=forbidden&year=2023');
    expect(asked).toHaveLength(1);
  });
});

it('shows its own page for an address that does not exist', async () => {
  const site = await serve(BUILDS[0].folder);
  const { page, close } = await watchedPage(browser, new URL(site.url).origin);
  const response = await page.goto(`${site.url}nowhere/`);
  expect(response!.status()).toBe(404);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('没有这一页');
  await close();
  await site.close();
});
