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

describe.each(BUILDS)('the views $name', ({ base, folder }) => {
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

  /** Texts of a column of the openness table, from the top. */
  const column = async (number: number) =>
    (await watched.page.locator(`[data-rows] tr > :nth-child(${number})`).allTextContents()).map((text) =>
      text.replace(/[\d\s]+$/, '').trim(),
    );
  const names = async () => (await watched.page.locator('[data-rows] th').allTextContents()).map((text) => text.trim());

  it('sort the openness table by a column, turn it round, and keep unknown last', async () => {
    const { page } = watched;
    await page.goto(`${site.url}openness/`);
    const before = await names();
    const heading = page.getByRole('columnheader', { name: '预训练数据' });
    await heading.getByRole('button').click();
    expect(new URL(page.url()).search).toBe('?sort=pretrainingData');
    expect(await heading.getAttribute('aria-sort')).toBe('ascending');
    const order = ['开放', '部分', '封闭', '无', '未知'];
    const words = await column(6);
    expect(words).toEqual([...words].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
    expect(new Set(words)).toEqual(new Set(order));

    await heading.getByRole('button').click();
    expect(await heading.getAttribute('aria-sort')).toBe('descending');
    const turned = await column(6);
    expect(turned[0]).toBe('封闭');
    expect(turned.at(-1)).toBe('未知');
    expect(await page.locator('[aria-sort]').count()).toBe(1);

    await page.goBack();
    await expect.poll(() => heading.getAttribute('aria-sort')).toBe('ascending');
    await page.goBack();
    await expect.poll(() => new URL(page.url()).search).toBe('');
    await expect.poll(names).toEqual(before);
  });

  it('narrow the openness table to a category, and give the state back from the address', async () => {
    const { page } = watched;
    await page.goto(`${site.url}openness/`);
    const all = await names();
    await page.locator('select[name="category"]').selectOption('agents');
    await expect.poll(async () => (await names()).length).toBeLessThan(all.length);
    const agents = await names();
    expect(agents.length).toBeGreaterThan(0);
    expect(await page.locator('openness-table [data-count]').textContent()).toBe(String(agents.length));
    await page.getByRole('columnheader', { name: '项目' }).getByRole('button').click();
    expect(new URL(page.url()).search).toBe('?category=agents&sort=name');
    const sorted = await names();
    await page.reload();
    await expect.poll(names).toEqual(sorted);
    expect(await page.locator('select[name="category"]').inputValue()).toBe('agents');
    await page.goto(`${site.url}openness/?category=nowhere&sort=colour`);
    await expect.poll(names).toEqual(all);
  });

  it('sort by the keyboard alone, the focus staying on the heading, and tell it', async () => {
    const { page } = watched;
    await page.goto(`${site.url}openness/`);
    await page.getByRole('columnheader', { name: '未知格数' }).getByRole('button').focus();
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).search).toBe('?sort=unknown');
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('未知格数');
    expect(await page.locator('openness-table').getByRole('status').textContent()).toContain('已按“未知格数”排');
    const counts = (await column(12)).map(Number);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
  });

  it('lead from a cell to its source on the page of the entry', async () => {
    const { page } = watched;
    await page.goto(`${site.url}openness/`);
    const link = page.locator('#olmo-2 td a').first();
    const number = await link.locator('sup').textContent();
    await link.click();
    await page.waitForURL(`**/projects/olmo-2/#evidence-${number}`);
    expect(await page.locator(`#evidence-${number}`).isVisible()).toBe(true);
  });

  it('let the arrows walk through the points of a drawing, which is one stop of the Tab key', async () => {
    const { page } = watched;
    await page.goto(`${site.url}timeline/`);
    const plot = page.locator('figure', { has: page.locator('#sizes-caption') });
    expect(await plot.locator('.plot-area a[tabindex="0"]').count()).toBe(1);
    const readout = plot.locator('[data-readout]');
    const hint = await readout.textContent();
    await plot.locator('.plot-skip').focus();
    await page.keyboard.press('Tab');
    const titles = await plot.locator('.plot-area a title').allTextContents();
    expect(titles.length).toBeGreaterThan(150);
    expect(await readout.textContent()).toBe(titles[0]);
    expect(hint).not.toBe(titles[0]);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    expect(await readout.textContent()).toBe(titles[1]);
    // Still one stop, and it is where the reader is.
    expect(await plot.locator('.plot-area a[tabindex="0"] title').allTextContents()).toEqual([titles[1]]);
    await page.keyboard.press('End');
    expect(await readout.textContent()).toBe(titles.at(-1));
    await page.keyboard.press('ArrowRight');
    expect(await readout.textContent()).toBe(titles.at(-1));
    // The next stop is out of the drawing.
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.plot-area'))).toBeNull();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/projects/*/');
    expect(titles[0]!.startsWith((await page.getByRole('heading', { level: 1 }).textContent())!.trim())).toBe(true);
  });

  it('say which point the pointer is on, and jump from a bar to its month', async () => {
    const { page } = watched;
    await page.goto(`${site.url}timeline/`);
    const plot = page.locator('figure', { has: page.locator('#months-caption') });
    const bar = plot.locator('.plot-area a').nth(5);
    await bar.hover();
    const title = await bar.locator('title').textContent();
    expect(await plot.locator('[data-readout]').textContent()).toBe(title);
    await bar.click();
    expect(new URL(page.url()).hash).toBe(`#m-${title!.slice(0, 7)}`);
  });
});

describe('without JavaScript', () => {
  let site: Site;
  let watched: WatchedPage;
  beforeAll(async () => {
    site = await serve(BUILDS[0].folder);
    watched = await watchedPage(browser, new URL(site.url).origin, { javaScriptEnabled: false });
  });
  afterAll(async () => {
    expect(watched.problems).toEqual([]);
    await watched.close();
    await site.close();
  });

  it('the openness table is whole, and offers nothing that would not work', async () => {
    const { page } = watched;
    await page.goto(`${site.url}openness/?category=agents`);
    expect(await page.locator('[data-rows] tr').count()).toBeGreaterThan(250);
    expect(await page.locator('select[name="category"]').isVisible()).toBe(false);
    expect(await page.locator('.openness button').count()).toBe(0);
  });

  it('every point of the timeline is a stop of the Tab key, and there is a way past them', async () => {
    const { page } = watched;
    await page.goto(`${site.url}timeline/`);
    expect(await page.locator('.plot-area a[tabindex]').count()).toBe(0);
    const skip = page.locator('.plot-skip').nth(1);
    await skip.focus();
    expect((await skip.boundingBox())!.height).toBeGreaterThanOrEqual(24);
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#lanes-after');
    await page.keyboard.press('Tab');
    expect(await page.locator('details:focus-within summary:focus').count()).toBe(1);
    await page.keyboard.press('Enter');
    expect(await page.locator('details[open] .name-list a').count()).toBeGreaterThan(200);
  });
});

describe('on a narrow screen', () => {
  it.each(['openness/', 'timeline/', '', 'categories/alpaca/'])('/%s does not reach over the edge', async (path) => {
    const site = await serve(BUILDS[0].folder);
    const { page, close } = await watchedPage(browser, new URL(site.url).origin, {
      viewport: { width: 320, height: 640 },
    });
    await page.goto(`${site.url}${path}`);
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await close();
    await site.close();
  });

  it('the openness table scrolls with its head and its first column standing', async () => {
    const site = await serve(BUILDS[0].folder);
    const { page, close } = await watchedPage(browser, new URL(site.url).origin, {
      viewport: { width: 375, height: 812 },
    });
    await page.goto(`${site.url}openness/`);
    const scroller = page.locator('.openness-scroll');
    await scroller.scrollIntoViewIfNeeded();
    const place = async (selector: string) => (await scroller.locator(selector).first().boundingBox())!;
    const [head, name] = [await place('thead th'), await place('#bloomz th')];
    await scroller.evaluate((element) => element.scrollTo(300, 200));
    expect((await place('thead th')).x).toBe(head.x);
    expect((await place('#bloomz th')).x).toBe(name.x);
    await scroller.evaluate((element) => element.scrollTo(300, 2000));
    const box = (await scroller.boundingBox())!;
    expect(Math.abs((await place('thead th')).y - box.y)).toBeLessThan(2);
    await close();
    await site.close();
  });
});
