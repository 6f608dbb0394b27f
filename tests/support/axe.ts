import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIST, read, SITE_URL } from './built.ts';
import { launch } from './chromium.ts';
import { watchedPage, type WatchedPage } from './page.ts';
import { serve, type Site } from './serve.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Every page of the sitemap, as paths. */
const PAGES = [...read(DIST, '/sitemap-0.xml').matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) =>
  match[1]!.slice(SITE_URL.length),
);

/** Violations in words that say where to look. */
async function violations(page: Page): Promise<string[]> {
  // Legacy mode: no frames here, so no second page is needed to put the result together.
  const { violations: found } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode().analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)}`));
}

/** Declares the audit of every page, of the search dialog and of the list on a phone, in one theme. */
export function describeAxe(colorScheme: 'light' | 'dark'): void {
  describe(`axe in the ${colorScheme} theme`, () => {
    let browser: Browser;
    let site: Site;
    let watched: WatchedPage;
    beforeAll(async () => {
      browser = await launch();
      site = await serve(DIST);
      watched = await watchedPage(browser, new URL(site.url).origin, { colorScheme });
    });
    afterAll(async () => {
      await browser.close();
      await site.close();
    });

    it.each([...PAGES, '/404.html'])('%s', async (path) => {
      watched.problems.length = 0;
      await watched.page.goto(`${site.url}${path.slice(1)}`);
      expect(await violations(watched.page)).toEqual([]);
      expect(watched.problems).toEqual([]);
    });

    it('the search dialog with results', async () => {
      const { page } = watched;
      await page.goto(site.url);
      await page.keyboard.press('/');
      await page.keyboard.type('llama');
      await page.waitForSelector('[data-search-state="done"]');
      expect(await violations(page)).toEqual([]);
    });

    it.each(['projects/?verdict=allowed', 'projects/llava/', ''])('/%s on a phone', async (path) => {
      const { page, close } = await watchedPage(browser, new URL(site.url).origin, {
        colorScheme,
        viewport: { width: 375, height: 812 },
      });
      await page.goto(`${site.url}${path}`);
      expect(await violations(page)).toEqual([]);
      await close();
    });
  });
}
