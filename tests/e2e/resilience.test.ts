import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIST, filesBelow } from '../support/built.ts';
import { launch } from '../support/chromium.ts';
import { watchedPage } from '../support/page.ts';
import { serve, type Site } from '../support/serve.ts';

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

const PAGES = [
  '',
  'projects/',
  'projects/llava/',
  'projects/gptrillion/',
  'categories/alpaca/',
  'organizations/',
  'licenses/llama-license/',
  'datasets/',
  'datasets/alpaca-52k/',
  'leaderboards/c-eval/',
  'guides/three-steps/',
  'guides/llama-family/',
  'lineage/',
  'lineage/?focus=stanford-alpaca',
  'lineage/?focus=qwen3&open=llama-3',
  'search/',
  'compare/',
  'compare/?ids=chatglm-6b,moss,vicuna,belle,dolly',
  'compare/chatglm-6b-vs-chatglm2-6b/',
  'about/',
  'contribute/',
  '404.html',
];

describe('without JavaScript', () => {
  it('shows the whole list, leads on by links, and says what search needs', async () => {
    const { page, problems, close } = await watchedPage(browser, new URL(site.url).origin, {
      javaScriptEnabled: false,
    });
    await page.goto(`${site.url}projects/`);
    const count = await page.locator('[data-rows] .card').count();
    expect(count).toBeGreaterThanOrEqual(20);
    expect(await page.locator('[data-filters]').isVisible()).toBe(false);
    await page.locator('.card-name a').first().click();
    await page.waitForURL('**/projects/*/');
    await page.getByRole('banner').getByRole('link', { name: '搜索' }).click();
    await page.locator('noscript .notice').waitFor();
    expect(await page.getByRole('button', { name: '深色' }).count()).toBe(0);
    expect(problems).toEqual([]);
    await close();
  });
});

describe('a comparison without JavaScript', () => {
  it('leads to the popular pairs, which say everything and hide rows that are alike', async () => {
    const { page, problems, close } = await watchedPage(browser, new URL(site.url).origin, {
      javaScriptEnabled: false,
    });
    await page.goto(`${site.url}compare/?ids=chatglm-6b,chatglm2-6b`);
    await page.locator('noscript .notice').waitFor();
    expect(await page.getByRole('combobox').count()).toBe(0);
    expect(await page.getByText('还没有选项目').isVisible()).toBe(false);
    await page.getByRole('link', { name: 'ChatGLM-6B 与 ChatGLM2-6B' }).click();
    const rows = page.locator('tbody tr:has(th[scope="row"]):visible');
    const all = await rows.count();
    await page.getByLabel('只看差异').check();
    expect(await rows.count()).toBe(all - (await page.locator('tbody tr[data-alike]').count()));
    expect(await page.locator('[data-compare]:visible').count()).toBe(0);
    expect(problems).toEqual([]);
    await close();
  });
});

describe('without the data to narrow by', () => {
  it('keeps the whole list and says so', async () => {
    const { page, close } = await watchedPage(browser, new URL(site.url).origin);
    await page.route('**/data/list.json', (route) => route.abort());
    await page.goto(`${site.url}projects/?verdict=allowed`);
    await page.getByRole('alert').getByText('筛选要用的数据没能载入').waitFor();
    expect(await page.locator('[data-rows] .card').count()).toBeGreaterThanOrEqual(20);
    await page.unroute('**/data/list.json');
    await page.getByLabel('能否商用').selectOption('forbidden');
    await page.getByRole('alert').waitFor({ state: 'hidden' });
    await close();
  });
});

describe('by keyboard alone', () => {
  it('skips to the text, reaches the first link of it, and goes there', async () => {
    const { page, problems, close } = await watchedPage(browser, new URL(site.url).origin);
    await page.goto(`${site.url}categories/independent/`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement!.textContent)).toBe('跳到正文');
    expect(await page.locator('.skip').evaluate((skip) => skip.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement!.closest('.card-name') !== null)) break;
    }
    const target = await page.evaluate(() => (document.activeElement as HTMLAnchorElement).href);
    expect(target).toContain('/projects/');
    await page.keyboard.press('Enter');
    await page.waitForURL(target);
    expect(problems).toEqual([]);
    await close();
  });

  it('shows where the focus is on every stop of an entry', async () => {
    const { page, close } = await watchedPage(browser, new URL(site.url).origin);
    await page.goto(`${site.url}projects/moss/`);
    const stops = await page.locator('a, button, [tabindex="0"]').count();
    const bare: string[] = [];
    for (let i = 0; i < stops; i++) {
      await page.keyboard.press('Tab');
      const unmarked = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        const marked = (node: Element) => getComputedStyle(node).outlineStyle !== 'none';
        return marked(element) || (element.closest('.card') && marked(element.closest('.card')!))
          ? null
          : element.outerHTML.slice(0, 80);
      });
      if (unmarked) bare.push(unmarked);
    }
    expect(bare).toEqual([]);
    await close();
  });
});

describe('themes', () => {
  it('follows the system, and a choice stays and does not flash', async () => {
    const { page, problems, close } = await watchedPage(browser, new URL(site.url).origin, { colorScheme: 'dark' });
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await page.goto(site.url);
    expect(await paper()).toBe('rgb(20, 19, 15)');
    const toggle = page.getByRole('button', { name: '深色' });
    expect(await toggle.getAttribute('aria-pressed')).toBe('true');
    await toggle.click();
    expect(await paper()).toBe('rgb(251, 250, 246)');
    expect(await toggle.getAttribute('aria-pressed')).toBe('false');
    // The attribute is there before the body is parsed: nothing was painted in the wrong theme.
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.body) return;
        (window as unknown as { early: string | undefined }).early = document.documentElement.dataset['theme'];
        observer.disconnect();
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(`${site.url}projects/moss/`);
    expect(await page.evaluate(() => (window as unknown as { early?: string }).early)).toBe('light');
    expect(await paper()).toBe('rgb(251, 250, 246)');
    expect(problems).toEqual([]);
    await close();
  });
});

describe('width', () => {
  // Hundreds of pages at some 150 ms each: the limit grows with the catalogue, not with the machine's mood.
  const pages = filesBelow(DIST).filter((file) => file.endsWith('/index.html'));
  it('every page fits on 320 and 375 px', { timeout: 60_000 + pages.length * 1_000 }, async () => {
    const { page, close } = await watchedPage(browser, new URL(site.url).origin, {
      viewport: { width: 320, height: 800 },
    });
    const wide: string[] = [];
    for (const path of pages) {
      await page.setViewportSize({ width: 320, height: 800 });
      await page.goto(`${site.url}${path.slice(1).replace(/index\.html$/, '')}`);
      for (const width of [320, 375]) {
        await page.setViewportSize({ width, height: 800 });
        const size = await page.evaluate(() => document.documentElement.scrollWidth);
        if (size > width) wide.push(`${path}: ${size} px on ${width}`);
      }
    }
    expect(wide).toEqual([]);
    await close();
  });

  it.each(PAGES)('/%s fits from 320 to 1440 px', async (path) => {
    const { page, problems, close } = await watchedPage(browser, new URL(site.url).origin);
    const wide: string[] = [];
    await page.goto(`${site.url}${path}`);
    for (let width = 320; width <= 1440; width += 80) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate(() => {
        const root = document.documentElement;
        if (root.scrollWidth <= root.clientWidth) return null;
        const culprit = [...document.querySelectorAll('body *')].find(
          (e) => e.getBoundingClientRect().right > root.clientWidth + 1 && !e.closest('.scroll-x'),
        );
        return `${root.scrollWidth} px: ${culprit?.outerHTML.slice(0, 80) ?? ''}`;
      });
      if (overflow) wide.push(`${width}: ${overflow}`);
    }
    expect(wide).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });
});
