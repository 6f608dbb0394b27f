import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUILDS, DIST, read, SITE_URL } from '../support/built.ts';
import { launch } from '../support/chromium.ts';
import { watchedPage } from '../support/page.ts';
import { serve, type Site } from '../support/serve.ts';

const pages = [...read(DIST, '/sitemap-0.xml').matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) =>
  match[1]!.slice(SITE_URL.length),
);

let browser: Browser;
let site: Site;
beforeAll(async () => {
  browser = await launch();
  site = await serve(BUILDS[0].folder);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Violations in words that say where to look. */
async function violations(page: Parameters<typeof audit>[0]): Promise<string[]> {
  const { violations: found } = await audit(page);
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)}`));
}

function audit(page: Awaited<ReturnType<typeof watchedPage>>['page']) {
  return new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
}

describe.each(['light', 'dark'] as const)('axe in the %s theme', (colorScheme) => {
  it.each([...pages, '/404.html'])('%s', async (path) => {
    const { page, problems, close } = await watchedPage(browser, new URL(site.url).origin, { colorScheme });
    await page.goto(`${site.url}${path.slice(1)}`);
    expect(await violations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });

  it('the search dialog with results', async () => {
    const { page, close } = await watchedPage(browser, new URL(site.url).origin, { colorScheme });
    await page.goto(site.url);
    await page.keyboard.press('/');
    await page.keyboard.type('llama');
    await page.waitForSelector('[data-search-state="done"]');
    expect(await violations(page)).toEqual([]);
    await close();
  });

  it('the list on a phone with its filters open', async () => {
    const { page, close } = await watchedPage(browser, new URL(site.url).origin, {
      colorScheme,
      viewport: { width: 375, height: 812 },
    });
    await page.goto(`${site.url}projects/?verdict=allowed`);
    expect(await violations(page)).toEqual([]);
    await close();
  });
});
