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

/** What the page says about its count of versions: fits, unsure, misses, unknown. */
const SUMMARY = /放得下 ([\d,]+) 个版本，说不准 ([\d,]+) 个，放不下 ([\d,]+) 个，算不出 ([\d,]+) 个/;

describe.each(BUILDS)('somebody with a card, $name', ({ base, folder }) => {
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

  const answered = () => watched.page.locator('hardware-finder[aria-busy="false"]').waitFor();
  const counts = async () =>
    SUMMARY.exec((await watched.page.locator('[data-summary]').textContent())!)!
      .slice(1)
      .map((text) => Number(text.replaceAll(',', '')));
  const search = () => new URL(watched.page.url()).search;

  it('chooses it, narrows, and finds the same by the address and by Back', async () => {
    const { page } = watched;
    await page.goto(`${site.url}hardware/`);
    await page.getByRole('combobox', { name: '显卡', exact: true }).selectOption('rtx-4090');
    await answered();
    expect(search()).toBe('?card=rtx-4090');
    const all = await counts();
    expect(all[0]).toBeGreaterThan(100);
    await page.getByLabel('权重精度').selectOption('16');
    await expect.poll(async () => (await counts())[0]).toBeLessThan(all[0]!);
    const half = await counts();
    // Every version is in one group, whatever is asked.
    const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
    expect(sum(half)).toBe(sum(all));
    await page.reload();
    await answered();
    expect(await counts()).toEqual(half);
    expect(search()).toBe('?card=rtx-4090&precision=16');
    await page.goBack();
    await expect.poll(counts).toEqual(all);
  });

  it('types memory instead, which replaces the card', async () => {
    const { page } = watched;
    await page.goto(`${site.url}hardware/?card=h100&task=qlora`);
    await answered();
    expect(await page.getByLabel('权重精度').isDisabled()).toBe(true);
    await page.getByLabel('或填显存（GB）').fill('11');
    await expect.poll(search).toBe('?vram=11&task=qlora');
    expect(await page.getByRole('combobox', { name: '显卡', exact: true }).inputValue()).toBe('');
    await expect.poll(() => page.locator('[data-summary]').textContent()).toContain('11 GB');
  });

  it('comes from an entry and sees it alone, calculated and stated apart', async () => {
    const { page } = watched;
    await page.goto(`${site.url}projects/qwen2.5/`);
    await page.getByRole('link', { name: '你的显卡能跑 Qwen2.5 吗' }).click();
    await answered();
    await page.getByRole('combobox', { name: '显卡', exact: true }).selectOption('rtx-4090');
    await page.locator('.hw-fits').first().waitFor();
    expect(search()).toBe('?model=qwen2.5&card=rtx-4090');
    const seven = page.locator('.hw-line', { hasText: 'Qwen2.5-7B' });
    // 7.61B × 4.8944 ÷ 8 + 28,672 × 4,096 × 2, then 5 % and 0.5 GB.
    expect(await seven.locator('[data-slot="computed"]').textContent()).toContain('5.3 GB = 权重 4.3 + KV 缓存 0.2');
    expect(await seven.locator('[data-slot="measured"]').textContent()).toContain('5.52 GB（INT4，2,048 token）');
    expect(await seven.locator('[data-slot="verdict"]').textContent()).toBe('余 18.7 GB');
    const big = page.locator('.hw-line', { hasText: 'Qwen2.5-72B' });
    expect(await big.locator('[data-slot="verdict"]').textContent()).toMatch(/^差 /);
    await seven.locator('[data-slot="measured"] a').click();
    await expect.poll(() => new URL(page.url()).hash).toBe('#hardware');
    expect(new URL(page.url()).pathname).toBe(`${base}/projects/qwen2.5/`);
  });
});

describe('the hardware page', () => {
  let site: Site;
  beforeAll(async () => {
    site = await serve(BUILDS[0].folder);
  });
  afterAll(() => site.close());

  it('asks for its data when somebody chooses, not before, and once', async () => {
    const { page, problems, close } = await watchedPage(browser, new URL(site.url).origin);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/data/')) asked.push(request.url());
    });
    await page.goto(`${site.url}hardware/`);
    expect(asked).toEqual([]);
    await page.getByRole('link', { name: '24 GB', exact: true }).click();
    await page.locator('hardware-finder[aria-busy="false"]').waitFor();
    await page.getByLabel('做什么').selectOption('lora');
    await expect.poll(() => new URL(page.url()).search).toBe('?vram=24&task=lora');
    expect(asked).toHaveLength(1);
    expect(problems).toEqual([]);
    await close();
  });

  it('can be used with the keyboard alone', async () => {
    const { page, close } = await watchedPage(browser, new URL(site.url).origin);
    await page.goto(`${site.url}hardware/`);
    await page.getByRole('combobox', { name: '显卡', exact: true }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.type('16');
    await page.locator('hardware-finder[aria-busy="false"]').waitFor();
    const more = page.locator('[data-group="fits"] > [data-more]');
    await more.focus();
    const before = await page.locator('[data-group="fits"] [data-items] > li').count();
    await page.keyboard.press('Enter');
    const items = page.locator('[data-group="fits"] [data-items] > li');
    expect(await items.count()).toBeGreaterThan(before);
    // Focus goes on to the first of what was added.
    expect(
      await items
        .nth(before)
        .locator('a')
        .first()
        .evaluate((link) => link === document.activeElement),
    ).toBe(true);
    await page.locator('[data-group="misses"] > summary').focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('[data-group="misses"]').getAttribute('open')).not.toBeNull();
    await close();
  });

  it.each(['hardware/', 'hardware/?vram=12', 'hardware/?model=llava&vram=12', 'hardware/formula/'])(
    '/%s is no wider than a small phone',
    async (path) => {
      const { page, close } = await watchedPage(browser, new URL(site.url).origin, {
        viewport: { width: 320, height: 640 },
      });
      await page.goto(`${site.url}${path}`);
      if (path.includes('?')) await page.locator('hardware-finder[aria-busy="false"]').waitFor();
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await close();
    },
  );

  it('says that its data could not be had, and tries anew', async () => {
    const { page, close } = await watchedPage(browser, new URL(site.url).origin);
    await page.route('**/data/hardware.json', (route) => route.abort(), { times: 1 });
    await page.goto(`${site.url}hardware/?vram=24`);
    await page.getByText('数据没能载入').waitFor();
    await page.getByLabel('上下文（token）').selectOption('8192');
    await page.locator('[data-answer]').waitFor();
    expect(await page.getByText('数据没能载入').isVisible()).toBe(false);
    await close();
  });

  it('answers with its tables where there is no JavaScript', async () => {
    const { page, close } = await watchedPage(browser, new URL(site.url).origin, { javaScriptEnabled: false });
    await page.goto(`${site.url}hardware/?vram=24`);
    expect(await page.locator('[data-form]').isVisible()).toBe(false);
    expect(await page.getByRole('heading', { name: '多大的模型要多少显存' }).isVisible()).toBe(true);
    await page.getByText('展开全部').click();
    expect(
      await page
        .getByRole('row', { name: /Qwen2\.5-7B/ })
        .first()
        .isVisible(),
    ).toBe(true);
    await close();
  });
});
