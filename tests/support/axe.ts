import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIST, read, SITE_URL } from './built.ts';
import { launch } from './chromium.ts';
import { watchedPage, type WatchedPage } from './page.ts';
import { serve, type Site } from './serve.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Every page of the sitemap and the one for missing pages, as paths. */
const PAGES = [
  ...[...read(DIST, '/sitemap-0.xml').matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) =>
    match[1]!.slice(SITE_URL.length),
  ),
  '/404.html',
];

/** Violations in words that say where to look. */
async function violations(page: Page, colorsOnly = false): Promise<string[]> {
  // Legacy mode: no frames here, so no second page is needed to put the result together.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations: found } = await (colorsOnly ? axe.withRules('color-contrast') : axe.withTags(TAGS)).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)}`));
}

/** Switches the theme and waits until it is painted: colours read in between belong to neither. */
async function showTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );
}

/** Audits a page in both themes. Between them nothing differs but colours, so the second looks at those alone. */
export async function inBothThemes(page: Page): Promise<string[]> {
  await showTheme(page, 'light');
  const light = await violations(page);
  await showTheme(page, 'dark');
  const dark = await violations(page, true);
  return [...light, ...dark.map((violation) => `dark: ${violation}`)];
}

/** Declares the audit of every second page of the sitemap, from `first` on: two files, so that two workers share them. */
export function describeAxe(first: 0 | 1): void {
  describe('axe in both themes', () => {
    let browser: Browser;
    let site: Site;
    let watched: WatchedPage;
    beforeAll(async () => {
      browser = await launch();
      site = await serve(DIST);
      watched = await watchedPage(browser, new URL(site.url).origin);
    });
    afterAll(async () => {
      await browser.close();
      await site.close();
    });

    it.each(PAGES.filter((_, i) => i % 2 === first))('%s', async (path) => {
      watched.problems.length = 0;
      await watched.page.goto(`${site.url}${path.slice(1)}`);
      expect(await inBothThemes(watched.page)).toEqual([]);
      expect(watched.problems).toEqual([]);
    });
  });
}

/** Declares the audit of what only shows after somebody did something, and of a phone's width. */
export function describeStates(): void {
  describe('axe in both themes', () => {
    let browser: Browser;
    let site: Site;
    beforeAll(async () => {
      browser = await launch();
      site = await serve(DIST);
    });
    afterAll(async () => {
      await browser.close();
      await site.close();
    });

    it.each(['llama', '有没有医疗的大模型', 'asdfgh'])('the search dialog after %s', async (query) => {
      const { page, close } = await watchedPage(browser, new URL(site.url).origin);
      await page.goto(site.url);
      await page.keyboard.press('/');
      await page.keyboard.type(query);
      await page.waitForSelector('[data-search-state="done"]');
      await page.keyboard.press('ArrowDown');
      expect(await inBothThemes(page)).toEqual([]);
      await close();
    });

    it('a comparison, its names and its exports on a phone', async () => {
      const { page, close } = await watchedPage(browser, new URL(site.url).origin, {
        viewport: { width: 375, height: 812 },
      });
      await page.goto(`${site.url}compare/?ids=moss,chatglm-6b,vllm&diff=1`);
      await page.locator('compare-view[aria-busy="false"]').waitFor();
      expect(await inBothThemes(page)).toEqual([]);
      await page.getByText('导出').click();
      await page.getByRole('combobox', { name: '按名字加一个' }).fill('llama');
      await page.getByRole('option').first().waitFor();
      expect(await inBothThemes(page)).toEqual([]);
      await close();
    });

    it('a list with the tray full', async () => {
      const { page, close } = await watchedPage(browser, new URL(site.url).origin);
      await page.goto(`${site.url}projects/`);
      const buttons = page.locator('[data-rows]').getByRole('button');
      for (let i = 0; i < 6; i++) await buttons.nth(i).click();
      expect(await inBothThemes(page)).toEqual([]);
      await close();
    });

    it.each(['lineage/?focus=vicuna', 'lineage/?family=qwen-7b&open=qwen-7b'])('/%s', async (path) => {
      const { page, close } = await watchedPage(browser, new URL(site.url).origin, {
        viewport: { width: 375, height: 812 },
      });
      await page.goto(`${site.url}${path}`);
      expect(await inBothThemes(page)).toEqual([]);
      await close();
    });

    it.each([
      'projects/?verdict=allowed&year=2023',
      'projects/?q=asdfgh&year=2023',
      'projects/llava/',
      'compare/chatglm-6b-vs-chatglm2-6b/',
      'compare/stanford-alpaca-vs-vicuna/',
      'openness/?category=agents',
      'timeline/',
      'hardware/?vram=8&precision=widest',
      'hardware/?model=qwen2.5&card=rtx-4090',
      '',
    ])('/%s on a phone', async (path) => {
      const { page, close } = await watchedPage(browser, new URL(site.url).origin, {
        viewport: { width: 375, height: 812 },
      });
      await page.goto(`${site.url}${path}`);
      // What is folded away is looked at too.
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
      if (path.startsWith('projects/?') || path.startsWith('hardware/?'))
        await page.locator('[aria-busy="false"]').waitFor();
      expect(await inBothThemes(page)).toEqual([]);
      await close();
    });
  });
}
