import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** A page that remembers everything that should never happen on it. */
export interface WatchedPage {
  page: Page;
  /** Console errors and warnings, uncaught errors, policy violations, requests to other origins, failed requests. */
  problems: string[];
  close: () => Promise<void>;
}

/** Opens a page of its own context that records console errors, CSP violations and requests that leave the site. */
export async function watchedPage(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== origin) problems.push(`request to ${url.origin}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.url().endsWith('/nowhere/'))
      problems.push(`${response.status()} ${response.url()}`);
  });
  return { page, problems, close: () => context.close() };
}
