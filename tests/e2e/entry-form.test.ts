import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { entryFile } from '../../src/domain/entry/entry-file.ts';
import { withDefaults } from '../../src/domain/entry/defaults.ts';
import { readContent } from '../../src/files/read-content.ts';
import { checkEntry } from '../../src/rules/check-entry.ts';
import { parseSource } from '../../src/rules/source.ts';
import { t } from '../../src/i18n/index.ts';
import { BUILDS, DIST, read, ROOT } from '../support/built.ts';
import { inBothThemes } from '../support/axe.ts';
import { launch } from '../support/chromium.ts';
import { watchedPage, type WatchedPage } from '../support/page.ts';
import { serve, type Site } from '../support/serve.ts';

let browser: Browser;
let site: Site;
let watched: WatchedPage;
beforeAll(async () => {
  browser = await launch();
  site = await serve(DIST);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});
beforeEach(async () => {
  watched = await watchedPage(browser, new URL(site.url).origin, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  // GitHub is not asked: its address is what matters.
  await watched.page.context().route('https://github.com/**', (route) => route.fulfill({ body: 'GitHub' }));
});
afterEach(async () => {
  expect(watched.problems.filter((problem) => !problem.includes('github.com'))).toEqual([]);
  await watched.close();
});

const today = new Date().toISOString().slice(0, 10);

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`${site.url}contribute/new/${query}`);
  await page.locator('entry-form[data-ready]').waitFor();
}

/** What a person would type into an empty form. */
const TYPED: Record<string, string> = {
  name: 'Testling 7B',
  summary: '一个只在测试里出现的对话模型，用来检验网页上的表单。',
  'links.repo': 'https://github.com/testling/Testling-7B',
  'licenses.code': 'Apache-2.0',
  'evidence.0.url': 'https://github.com/testling/Testling-7B',
};

const field = (page: Page, path: string) => page.locator(`[name="${path}"]:not([type="checkbox"])`).first();
const fileText = (page: Page) => page.locator('entry-form [data-file-text]').first().textContent();
const check = (page: Page) => page.getByRole('button', { name: '检查一遍' }).click();

async function fill(page: Page): Promise<void> {
  for (const [path, text] of Object.entries(TYPED)) await field(page, path).fill(text);
  await field(page, 'categories').selectOption('independent');
  await field(page, 'kind').selectOption('chat-model');
  await field(page, 'organizations').fill('智谱');
}

describe('the form for a new entry', () => {
  it('tells what is missing, leads to it, and lets a filled form go to GitHub with the file that passes', async () => {
    const { page } = watched;
    await open(page);
    await page.getByRole('link', { name: '在 GitHub 上提交' }).click();
    const errors = page.locator('[data-errors]');
    await expect.poll(() => errors.evaluate((element) => element === document.activeElement)).toBe(true);
    await errors.getByRole('button', { name: /^名字：/ }).click();
    const name = field(page, 'name');
    expect(await name.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await name.getAttribute('aria-invalid')).toBe('true');
    const described = (await name.getAttribute('aria-describedby'))!.split(' ').at(-1)!;
    expect(await page.locator(`#${described}`).textContent()).toContain('缺少必填字段');

    await fill(page);
    await check(page);
    await page.getByText(t.contribute.form.script.passed).waitFor();
    expect(await errors.isVisible()).toBe(false);
    expect(await name.getAttribute('aria-invalid')).toBeNull();

    const text = (await fileText(page))!;
    const said = {
      ...TYPED,
      id: 'testling-7b',
      categories: 'independent',
      kind: 'chat-model',
      organizations: 'zhipu-ai',
      'evidence.0.accessed': today,
    };
    const { added, unreadLicense } = t.contribute;
    expect(text).toBe(entryFile(withDefaults(said, { today, added, unreadLicense })).text);
    const source = parseSource('projects', 'content/projects/testling-7b.md', text);
    expect(checkEntry([source], await readContent(ROOT), today)).toEqual([]);

    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('link', { name: '在 GitHub 上提交' }).click(),
    ]);
    const target = new URL(popup.url());
    expect(`${target.origin}${target.pathname}`).toBe('https://github.com/owner/catalogue/new/main');
    expect(target.searchParams.get('filename')).toBe('content/projects/testling-7b.md');
    expect(target.searchParams.get('value')).toBe(text);
  });

  it('copies a file that is too long for an address', async () => {
    const { page } = watched;
    await open(page);
    await fill(page);
    await page.locator('[data-section="body"] > summary').click();
    await field(page, 'body.what').fill('甲乙丙丁'.repeat(100));
    await field(page, 'body.open').fill('戊己庚辛'.repeat(40));
    await check(page);
    await page.getByText(t.contribute.form.script.passed).waitFor();
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('link', { name: '在 GitHub 上提交' }).click(),
    ]);
    expect(new URL(popup.url()).searchParams.get('value')).toBeNull();
    await page.bringToFront();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await fileText(page));
  });

  it('shows entries like it while the name is typed, and the card that lists would show', async () => {
    const { page } = watched;
    await open(page);
    await field(page, 'name').fill('ChatGLM6B');
    await page
      .locator('[data-similar]')
      .getByRole('link', { name: /^ChatGLM-6B（同名）/ })
      .waitFor();
    await fill(page);
    await page.locator('[data-section="variants"] > summary').click();
    await page.locator('[data-repeated="variants"] [data-add]').click();
    await field(page, 'variants.0.name').fill('Testling-7B');
    await field(page, 'variants.0.parameters').fill('7B');
    const facts = page.locator('entry-form [data-card-facts]');
    await expect.poll(() => facts.locator('span').allTextContents()).toEqual(['7B', '智谱 AI']);
    expect(await page.locator('entry-form [data-card-seal]').getAttribute('class')).toContain('seal-unknown');
  });

  it('keeps a draft on this device, items and all, and clears it when asked', async () => {
    const { page } = watched;
    await open(page);
    await fill(page);
    await page.locator('[data-section="variants"] > summary').click();
    const variants = page.locator('[data-repeated="variants"]');
    for (const name of ['A', 'B']) {
      await variants.locator('[data-add]').click();
      await variants.locator('input[name$=".name"]').last().fill(name);
    }
    await variants.locator('[data-remove]').first().click();
    await field(page, 'categories').selectOption('alpaca');
    await page.getByRole('checkbox', { name: '自主模型' }).check();
    await expect.poll(() => fileText(page)).toContain('categories: [alpaca, independent]');
    const before = await fileText(page);
    expect(before).toMatch(/variants:\n {2}- \{ name: B \}\n/);
    await page.reload();
    await page.locator('entry-form[data-ready]').waitFor();
    await page.getByText('已恢复上次没写完的内容').waitFor();
    expect(await fileText(page)).toBe(before);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: '清空，重新来' }).click();
    await expect
      .poll(() =>
        field(page, 'name')
          .inputValue()
          .catch(() => '…'),
      )
      .toBe('');
    await page.locator('entry-form[data-ready]').waitFor();
    expect(await page.evaluate(() => localStorage.getItem('entry-draft'))).toBeNull();
  });

  it('names wrong values with the nearest right one, and writes a file for an unknown organisation', async () => {
    const { page } = watched;
    await open(page);
    await fill(page);
    await field(page, 'licenses.code').fill('Apache2');
    await field(page, 'licenses.code').blur();
    await page.locator('[data-path="licenses.code"] [data-error]').getByText('Apache-2.0').waitFor();
    await field(page, 'organizations').fill('Nolab');
    await field(page, 'organizations').blur();
    await page.getByRole('button', { name: '为“Nolab”写一个机构文件' }).click();
    await field(page, 'newOrganizations.0.kind').selectOption('lab');
    await field(page, 'licenses.code').fill('Apache-2.0');
    await check(page);
    await page.getByText(t.contribute.form.script.passed).waitFor();
    const paths = await page.locator('entry-form [data-file-path]').allTextContents();
    expect(paths).toEqual([
      'content/projects/testling-7b.md',
      expect.stringMatching(/^content\/organizations\/.*\.yml$/),
    ]);
  });

  it('works by keyboard alone', async () => {
    const { page } = watched;
    await open(page);
    const press = (key: string) => page.keyboard.press(key);
    await field(page, 'name').focus();
    await page.keyboard.type('Testling');
    await press('Tab');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('id');
    expect(await field(page, 'id').inputValue()).toBe('testling');
    await page.locator('[data-section="variants"] > summary').focus();
    await press('Enter');
    await press('Tab');
    await press('Enter');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('variants.0.name');
    await page.locator('[data-repeated="variants"] [data-remove]').focus();
    await press('Enter');
    expect(await page.evaluate(() => 'add' in (document.activeElement as HTMLElement).dataset)).toBe(true);
  });

  it('has no axe violations with errors shown and every section open, in both themes and on a phone', async () => {
    const { page } = watched;
    await page.setViewportSize({ width: 375, height: 812 });
    await open(page);
    await field(page, 'name').fill('ChatGLM6B');
    for (const button of await page.locator('[data-add]').all())
      await button.evaluate((element) => {
        element.closest('details')!.open = true;
        (element as HTMLButtonElement).click();
      });
    await check(page);
    expect(await inBothThemes(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

describe('the form for a correction', () => {
  it('is led to by an entry’s page, filled with its facts, and changes only what is changed', async () => {
    const { page } = watched;
    await page.goto(`${site.url}projects/chatglm-6b/`);
    await page.getByRole('link', { name: '补充或更正' }).click();
    await page.locator('entry-form[data-ready]').waitFor();
    const original = read(DIST, '/data/entries/chatglm-6b.md');
    expect(await fileText(page)).toBe(original);
    expect(await field(page, 'id').getAttribute('readonly')).not.toBeNull();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('补充或更正 ChatGLM-6B');
    const submit = page.getByRole('link', { name: t.contribute.form.script.edit });
    await submit.click();
    await page.getByText(t.contribute.form.script.same).waitFor();

    await field(page, 'zhName').fill('智谱清言的底座');
    await check(page);
    await page.getByText(t.contribute.form.script.passed).waitFor();
    const [popup] = await Promise.all([page.waitForEvent('popup'), submit.click()]);
    expect(popup.url()).toBe('https://github.com/owner/catalogue/edit/main/content/projects/chatglm-6b.md');
    await page.bringToFront();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(original.replace('\naliases:', '\nzhName: 智谱清言的底座\naliases:'));
  });

  it('takes an unknown entry for a new one', async () => {
    const { page } = watched;
    await open(page, '?from=../../etc');
    await page.getByText('没有找到条目').waitFor();
    expect(await field(page, 'evidence.0.accessed').inputValue()).toBe(today);
  });
});

describe('the page around the form', () => {
  it('says how to do it by hand without JavaScript, with an example that passes', async () => {
    const { page, close } = await watchedPage(browser, new URL(site.url).origin, { javaScriptEnabled: false });
    await page.goto(`${site.url}contribute/new/`);
    expect(await page.locator('entry-form').isVisible()).toBe(false);
    const text = (await page.locator('main .section .entry-file pre').textContent())!;
    const source = parseSource('projects', 'content/projects/sample-7b.md', text);
    expect(checkEntry([source], await readContent(ROOT))).toEqual([]);
    await close();
  });

  it('goes on without the data, and says so', async () => {
    const { page, close } = await watchedPage(browser, new URL(site.url).origin);
    await page.route('**/data/contribute.json', (route) => route.abort());
    await page.goto(`${site.url}contribute/new/`);
    await page.getByText(t.contribute.form.script.failed).waitFor();
    await field(page, 'name').fill('Testling');
    await expect.poll(() => page.evaluate(() => localStorage.getItem('entry-draft'))).toContain('Testling');
    await close();
  });

  it('works under a base path', async () => {
    const { base, folder } = BUILDS[1];
    const other = await serve(folder, base);
    const { page, problems, close } = await watchedPage(browser, new URL(other.url).origin);
    await page.goto(`${other.url}contribute/new/?from=moss`);
    await page.locator('entry-form[data-ready]').waitFor();
    expect(await field(page, 'name').inputValue()).toBe('MOSS');
    expect(problems).toEqual([]);
    await close();
    await other.close();
  });

  it('is the only page that loads the rules', () => {
    const script = /check-form\.[\w-]+\.js/;
    expect(read(DIST, '/contribute/new/index.html')).not.toMatch(script);
    for (const page of ['/index.html', '/projects/index.html', '/projects/moss/index.html', '/contribute/index.html'])
      expect(read(DIST, page)).not.toMatch(/check-form|EntryForm/);
  });
});
