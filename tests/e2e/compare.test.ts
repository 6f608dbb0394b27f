import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PublishedProject } from '../../src/schema/published.ts';
import { BUILDS, readJson } from '../support/built.ts';
import { launch } from '../support/chromium.ts';
import { watchedPage, type WatchedPage } from '../support/page.ts';
import { serve, type Site } from '../support/serve.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe.each(BUILDS)('comparing $name', ({ base, folder }) => {
  let site: Site;
  let watched: WatchedPage;
  /** Messages that a test expects; everything else is a fault. */
  let expected: RegExp[] = [];
  beforeAll(async () => {
    site = await serve(folder, base);
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    expected = [];
    watched = await watchedPage(browser, new URL(site.url).origin, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
  });
  afterEach(async () => {
    expect(watched.problems.filter((problem) => !expected.some((pattern) => pattern.test(problem)))).toEqual([]);
    await watched.close();
  });

  const open = async (query: string) => {
    await watched.page.goto(`${site.url}compare/${query}`);
    await watched.page.locator('compare-view[aria-busy="false"]').waitFor();
  };
  const columns = async () => (await watched.page.locator('thead th a').allTextContents()).map((name) => name.trim());
  const query = () => new URL(watched.page.url()).search;
  const told = () => watched.page.locator('[data-told]').textContent();
  const head = (name: string): Locator => watched.page.locator('thead th', { hasText: name });
  const kept = async () =>
    (await watched.page.evaluate(() => JSON.parse(localStorage.getItem('compare') ?? '[]') as { id: string }[])).map(
      ({ id }) => id,
    );

  it("shows what the pair's own page shows, from data fetched entry by entry", async () => {
    const { page } = watched;
    const asked: string[] = [];
    page.on('request', (request) => {
      if (/\/(?:api|data)\//.test(request.url())) asked.push(new URL(request.url()).pathname.slice(base.length));
    });
    await page.goto(`${site.url}compare/chatglm-6b-vs-chatglm2-6b/`);
    const rows = () => page.locator('.compare-table tbody tr').allTextContents();
    const written = await rows();
    expect(asked).toEqual([]);
    await page.getByRole('link', { name: '在对比页打开' }).click();
    await page.locator('compare-view[aria-busy="false"]').waitFor();
    expect(await rows()).toEqual(written);
    expect(asked.sort()).toEqual([
      '/api/v1/projects/chatglm-6b.json',
      '/api/v1/projects/chatglm2-6b.json',
      '/data/compare/chatglm-6b.json',
      '/data/compare/chatglm2-6b.json',
    ]);
    expect(await page.title()).toBe('ChatGLM-6B、ChatGLM2-6B 对比 · 平替图鉴');
  });

  it('shows only what differs, remembers it in the address, and goes back', async () => {
    const { page } = watched;
    await open('?ids=chatglm-6b,chatglm2-6b');
    const visible = () => page.locator('tbody tr:has(th[scope="row"]):visible').count();
    const all = await visible();
    const alike = await page.locator('tbody tr[data-alike]').count();
    expect(alike).toBeGreaterThan(0);
    await page.getByLabel('只看差异').check();
    await expect.poll(query).toBe('?ids=chatglm-6b,chatglm2-6b&diff=1');
    expect(await visible()).toBe(all - alike);
    await expect.poll(told).toBe(`只显示不同的 ${all - alike} 行。`);
    await page.reload();
    await page.locator('compare-view[aria-busy="false"]').waitFor();
    expect(await page.getByLabel('只看差异').isChecked()).toBe(true);
    await page.goBack();
    await expect.poll(() => page.getByLabel('只看差异').isChecked()).toBe(false);
    expect(await visible()).toBe(all);
  });

  it('finds an entry by any of its names and adds it, by keyboard, asking for the names then', async () => {
    const { page } = watched;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await open('?ids=moss');
    await page.getByText('再加一个，就能对比。').waitFor();
    expect(asked.filter((url) => url.includes('names.json'))).toEqual([]);
    const box = page.getByRole('combobox', { name: '按名字加一个' });
    await box.fill('xiaoyangtuo');
    await page.getByRole('option').first().waitFor();
    expect(asked.filter((url) => url.includes('names.json'))).toHaveLength(1);
    expect(await page.locator('[aria-selected="true"]').textContent()).toContain('Vicuna');
    await page.keyboard.press('Enter');
    await expect.poll(columns).toEqual(['MOSS', 'Vicuna']);
    expect(query()).toBe('?ids=moss,vicuna');
    await expect.poll(told).toBe('加上了 Vicuna，共 2 个。');
    expect(await kept()).toEqual(['moss', 'vicuna']);
    // What is there is not offered again.
    await box.fill('moss');
    await page.getByText('MOSS 已经在对比里。').waitFor();
    await box.fill('xyzzyx');
    await page.getByText('没有找到叫这个名字的项目。').waitFor();
    await box.fill('llama');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('listbox').count()).toBe(0);
    await page.goBack();
    await expect.poll(columns).toEqual(['MOSS']);
  });

  it('moves a column by keyboard and keeps its place, says so, and makes no step for the Back button', async () => {
    const { page } = watched;
    await open('?ids=moss,vicuna,belle');
    const steps = await page.evaluate(() => history.length);
    await page.getByRole('button', { name: 'MOSS 右移' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(columns).toEqual(['Vicuna', 'MOSS', 'BELLE']);
    await expect.poll(told).toBe('MOSS 移到第 2 列，共 3 列。');
    await page.keyboard.press('Enter');
    await expect.poll(columns).toEqual(['Vicuna', 'BELLE', 'MOSS']);
    expect(query()).toBe('?ids=vicuna,belle,moss');
    // At the end the button stays where the keyboard is, and does nothing.
    await expect.poll(() => page.evaluate(() => document.activeElement!.ariaLabel)).toBe('MOSS 右移');
    await page.keyboard.press('Enter');
    expect(await columns()).toEqual(['Vicuna', 'BELLE', 'MOSS']);
    expect(await page.evaluate(() => history.length)).toBe(steps);
  });

  it('moves a column by dragging it over another, from either side', async () => {
    await open('?ids=moss,vicuna,belle');
    const drag = async (name: string, onto: string, side: 'left' | 'right') => {
      const { width, height } = (await head(onto).boundingBox())!;
      await head(name).dragTo(head(onto), {
        sourcePosition: { x: 100, y: 12 },
        targetPosition: { x: side === 'left' ? 8 : width - 8, y: height / 2 },
      });
    };
    await drag('MOSS', 'Vicuna', 'right');
    await expect.poll(columns).toEqual(['Vicuna', 'MOSS', 'BELLE']);
    await drag('MOSS', 'BELLE', 'right');
    await expect.poll(columns).toEqual(['Vicuna', 'BELLE', 'MOSS']);
    await drag('MOSS', 'Vicuna', 'left');
    await expect.poll(columns).toEqual(['MOSS', 'Vicuna', 'BELLE']);
    await expect.poll(told).toBe('MOSS 移到第 1 列，共 3 列。');
    expect(query()).toBe('?ids=moss,vicuna,belle');
  });

  it('takes a column out and gives the focus to the next, and at last to the box', async () => {
    const { page } = watched;
    await open('?ids=moss,vicuna');
    await page.getByRole('button', { name: '去掉 MOSS' }).click();
    await expect.poll(columns).toEqual(['Vicuna']);
    await expect.poll(() => page.evaluate(() => document.activeElement!.ariaLabel)).toBe('去掉 Vicuna');
    await page.keyboard.press('Enter');
    await page.getByText('还没有选项目。').waitFor();
    expect(query()).toBe('');
    await expect.poll(() => page.evaluate(() => document.activeElement!.id)).toBe('compare-add');
    await page.goBack();
    await expect.poll(columns).toEqual(['Vicuna']);
  });

  it('says what it could not take from the address', async () => {
    const { page } = watched;
    expected = [/^console error: Failed to load resource.*404/, /^404 .*\/nothing-such\.json$/];
    await open('?ids=moss,nothing-such,moss,羊驼,vicuna,belle,dolly,llama,llava');
    expect(await columns()).toEqual(['MOSS', 'Vicuna', 'BELLE', 'Dolly']);
    await page.getByText('目录里没有：nothing-such、羊驼。').waitFor();
    await page.getByText('一次最多对比五个，没有放进来：llama、llava。').waitFor();
  });

  it('says what could not be fetched, and tries again when asked', async () => {
    const { page } = watched;
    expected = [/^console error: Failed to load resource/];
    await page.route('**/api/v1/projects/vicuna.json', (route) => route.abort());
    await open('?ids=moss,vicuna');
    await page.getByText('没能取到：vicuna。').waitFor();
    expect(await columns()).toEqual(['MOSS']);
    await page.unroute('**/api/v1/projects/vicuna.json');
    await page.getByRole('button', { name: '再试一次' }).click();
    await expect.poll(columns).toEqual(['MOSS', 'Vicuna']);
  });

  it('gives the comparison away: link, CSV, Markdown, as it is shown', async () => {
    const { page } = watched;
    await open('?ids=chatglm-6b,moss&diff=1');
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('button', { name: '复制链接' }).click();
    await page.getByText('链接已复制。').waitFor();
    expect(await clipboard()).toBe(page.url());
    await page.getByText('导出').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载 CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('chatglm-6b-vs-moss.csv');
    const table: string[][] = parse(readFileSync(await download.path()), { bom: true, record_delimiter: '\r\n' });
    expect(table[0]).toEqual(['类别', '事实', 'ChatGLM-6B', 'ChatGLM-6B 的来源', 'MOSS', 'MOSS 的来源']);
    expect(table).toHaveLength((await page.locator('tbody tr:has(th[scope="row"]):visible').count()) + 1);
    const moss = readJson<PublishedProject>(folder, '/api/v1/projects/moss.json');
    expect(table.find((row) => row[1] === '发布')![4]).toBe(moss.released);
    await page.getByRole('button', { name: '复制 Markdown' }).click();
    await page.getByText('已复制。', { exact: true }).waitFor();
    const markdown = await clipboard();
    expect(markdown).toContain(
      `| 事实 | [ChatGLM-6B](${site.url}projects/chatglm-6b/) | [MOSS](${site.url}projects/moss/) |`,
    );
    expect(markdown).toContain(`<${page.url()}>`);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('button', { name: '下载 CSV' }).isVisible()).toBe(false);
  });

  it('leads from a mark to its source without losing the comparison', async () => {
    const { page } = watched;
    await open('?ids=chatglm-6b,moss');
    await page.locator('tbody .mark').first().click();
    const target = page.locator(':target');
    expect(await target.getByRole('link').getAttribute('href')).toMatch(/^https:\/\//);
    expect(await columns()).toEqual(['ChatGLM-6B', 'MOSS']);
    await page.goBack();
    expect(await columns()).toEqual(['ChatGLM-6B', 'MOSS']);
  });

  it('keeps its first column and headings in sight on the narrowest phone', async () => {
    const { page } = watched;
    await page.setViewportSize({ width: 320, height: 640 });
    await open('?ids=chatglm-6b,moss,vicuna,belle,dolly');
    const box = page.locator('[data-table]');
    await box.evaluate((element) => element.scrollIntoView());
    await box.evaluate((element) => element.scrollTo(300, 900));
    const frame = (await box.boundingBox())!;
    // On top of what scrolls beneath them: a heading at the upper edge, labels of rows at the left one.
    const at = (x: number, y: number) =>
      page.evaluate(([left, top]) => document.elementFromPoint(left!, top!)?.closest('th')?.outerHTML, [x, y]);
    expect(await at(frame.x + 200, frame.y + 12)).toContain('data-id="belle"');
    for (const y of [200, 300, 400, 500]) expect(await at(frame.x + 20, frame.y + y)).toMatch(/scope="row(?:group)?"/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  describe('the tray', () => {
    const tray = () => watched.page.getByRole('region', { name: '等待对比的项目' });
    const add = (name: string) => watched.page.getByRole('button', { name: `加入对比：${name}`, exact: true });

    it('gathers from a list, a card and an entry, follows from page to page, and leads on', async () => {
      const { page } = watched;
      await page.goto(`${site.url}projects/`);
      expect(await tray().isVisible()).toBe(false);
      await add('Vicuna').click();
      await tray().waitFor();
      expect(await add('Vicuna').getAttribute('aria-pressed')).toBe('true');
      // The button is its own: the card's link was not followed.
      expect(new URL(page.url()).pathname).toBe(`${base}/projects/`);
      await page.goto(`${site.url}categories/independent/`);
      await add('MOSS').click();
      await page.goto(`${site.url}projects/belle/`);
      await add('BELLE').click();
      expect((await tray().textContent())!.replace(/\s+/g, ' ')).toContain('对比 3/5');
      await page.reload();
      expect(await add('BELLE').getAttribute('aria-pressed')).toBe('true');
      await tray().getByRole('button', { name: '去掉 MOSS' }).click();
      await tray().getByRole('link', { name: '开始对比' }).click();
      await expect.poll(columns).toEqual(['Vicuna', 'BELLE']);
      expect(query()).toBe('?ids=vicuna,belle');
      // Where they stand side by side, the tray would only repeat them.
      expect(await tray().isVisible()).toBe(false);
      await page.getByRole('button', { name: '去掉 BELLE' }).click();
      await expect.poll(kept).toEqual(['vicuna']);
    });

    it('tells when five are in, and can be emptied', async () => {
      const { page } = watched;
      await page.goto(`${site.url}projects/?category=alpaca`);
      await page.locator('project-list[aria-busy="false"]').waitFor();
      const buttons = page.locator('[data-rows]').getByRole('button');
      for (let i = 0; i < 6; i++) await buttons.nth(i).click();
      await tray().getByText('已经有五个，去掉一个才能再加。').waitFor();
      expect(await kept()).toHaveLength(5);
      expect(await buttons.nth(5).getAttribute('aria-pressed')).toBe('false');
      await buttons.nth(0).click();
      expect(await kept()).toHaveLength(4);
      await tray().getByRole('button', { name: '清空' }).click();
      expect(await tray().isVisible()).toBe(false);
      expect(await kept()).toEqual([]);
      expect(await buttons.nth(1).getAttribute('aria-pressed')).toBe('false');
    });

    it('is the same in every tab, and makes nothing of what others kept there', async () => {
      const { page } = watched;
      await page.goto(`${site.url}projects/moss/`);
      const other = await page.context().newPage();
      await other.goto(`${site.url}projects/belle/`);
      await add('MOSS').click();
      await other.getByRole('region', { name: '等待对比的项目' }).getByText('MOSS').waitFor();
      await page.evaluate(() => localStorage.setItem('compare', '{"<img>":1}'));
      await page.reload();
      expect(await tray().isVisible()).toBe(false);
    });
  });
});
