import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { relatives } from '../../src/domain/lineage/focus.ts';
import type { PublishedProject } from '../../src/schema/published.ts';
import { BUILDS, DIST, readJson } from '../support/built.ts';
import { launch } from '../support/chromium.ts';
import { watchedPage, type WatchedPage } from '../support/page.ts';
import { serve, type Site } from '../support/serve.ts';

const projects = readJson<PublishedProject[]>(DIST, '/api/v1/projects.json');
const makers = new Map(projects.map(({ id, organizations }) => [id, organizations]));
const WEIGHTS = ['finetune', 'continued-pretraining', 'vocabulary-extension', 'delta-weights', 'component'];

/** The links between entries as the published data has them. */
const steps = new Map(
  projects.map(({ id, organizations, lineage }) => [
    id,
    (lineage ?? [])
      .filter(({ external }) => !external)
      .map(({ from, relation }) => {
        const isNext = relation === 'same-architecture' && makers.get(from)!.some((one) => organizations.includes(one));
        return { from, relations: [relation], descent: WEIGHTS.includes(relation) || isNext };
      }),
  ]),
);

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
  watched = await watchedPage(browser, new URL(site.url).origin);
});
afterEach(async () => {
  expect(watched.problems).toEqual([]);
  await watched.close();
});

const open = (query = '') => watched.page.goto(`${site.url}lineage/${query}`);
const search = () => new URL(watched.page.url()).search;
const node = (id: string) => watched.page.locator(`lineage-plate:not([hidden]) .node[data-id="${id}"]`);
const figure = (slug: string) => watched.page.locator(`#family-${slug}`);
const plate = (slug: string) => figure(slug).locator('lineage-plate:visible');
const widthOf = async (tree: Locator) => (await tree.locator('svg').boundingBox())!.width;
/** The nodes of the trees that are marked, each once. */
const lit = async () =>
  (
    await watched.page
      .locator('lineage-plate .node.lit')
      .evaluateAll((nodes) => [...new Set(nodes.map((one) => (one as SVGElement).dataset['id']!))])
  ).sort();

describe('whose relatives are looked at', () => {
  it.each(['vicuna', 'stanford-alpaca', 'llama', 'qwen3'])('%s: all of them are marked, nobody else', async (id) => {
    await open(`?focus=${id}`);
    const { page } = watched;
    const { ancestors, descendants } = relatives(steps, id);
    const status = await page.getByRole('status').textContent();
    expect(status).toContain(`上游 ${ancestors.size} 个，下游 ${descendants.size} 个`);
    const drawn = new Set(
      await page
        .locator('lineage-plate .node')
        .evaluateAll((all) => all.map((one) => (one as SVGElement).dataset['id']!)),
    );
    expect(await lit()).toEqual([id, ...ancestors, ...descendants].filter((one) => drawn.has(one)).sort());
    expect(await node(id).getAttribute('class')).toContain('self');
    expect(await page.locator('.names .lit').count()).toBe(1 + ancestors.size + descendants.size);
    await node(id).waitFor({ state: 'visible' });
    const { y } = (await node(id).boundingBox())!;
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(900);
  });

  it('dims the others, and draws the links that the tree has no line for', async () => {
    await open('?focus=vicuna');
    const colour = (id: string) =>
      node(id)
        .locator('text')
        .evaluate((text) => getComputedStyle(text).fill);
    expect(await colour('koala')).not.toBe(await colour('llava'));
    const asides = watched.page.locator('.aside');
    expect(
      await asides.evaluateAll((all) => all.map((one) => one.getAttribute('class')!.split(' ')[1]).sort()),
    ).toEqual(['e-finetune', 'e-reimplementation']);
    await watched.page.getByRole('button', { name: '清除' }).click();
    expect(await asides.count()).toBe(0);
    expect(await lit()).toEqual([]);
    expect(await colour('koala')).toBe(await colour('llava'));
  });

  it('is chosen from a list, kept in the address, walked from one to the next, and given back', async () => {
    const { page } = watched;
    await open();
    await page.getByLabel('看谁的上下游').selectOption({ label: 'WizardLM' });
    expect(search()).toBe('?focus=wizardlm');
    const panel = page.locator('[data-panel]');
    expect(await panel.getByRole('link', { name: '打开条目' }).getAttribute('href')).toContain('/projects/wizardlm/');
    expect(await panel.textContent()).toContain('StarCoder');
    await page.getByLabel('看谁的上下游').selectOption({ label: 'Ziya-LLaMA-13B' });
    await panel.getByRole('link', { name: 'MedicalGPT' }).click();
    expect(search()).toBe('?focus=medicalgpt');
    expect(await node('medicalgpt').evaluate((element) => document.activeElement === element)).toBe(true);
    await page.goBack();
    await expect.poll(() => panel.getByRole('heading').textContent()).toBe('Ziya-LLaMA-13B');
    await page.getByLabel('数据、别家架构也一路算到底').check();
    expect(search()).toBe('?focus=ziya-llama-13b&far=1');
    const far = relatives(steps, 'ziya-llama-13b', true);
    expect(await page.getByRole('status').textContent()).toContain(`下游 ${far.descendants.size} 个`);
  });

  it('unfolds the tree that the node is folded away in, and looks elsewhere when that is folded again', async () => {
    const { page } = watched;
    await open();
    expect(await node('qwq-32b').count()).toBe(0);
    await open('?focus=qwq-32b');
    expect(await node('qwq-32b').isVisible()).toBe(true);
    await figure('qwen-7b').getByRole('button', { name: '收起' }).click();
    expect(search()).toBe('');
    expect(await page.locator('[data-panel]').count()).toBe(0);
  });

  it('may stand in no tree', async () => {
    await open('?focus=olmo-2');
    const { page } = watched;
    expect(await page.locator('[data-panel]').textContent()).toContain('Tülu 3');
    expect(await lit()).toContain('tulu-3');
    expect(await page.locator('.names .self a').first().textContent()).toContain('OLMo 2');
  });

  it('is nobody where the address names nobody', async () => {
    await open('?focus=nobody&family=nothing&open=x');
    expect(await lit()).toEqual([]);
    expect(await watched.page.locator('figure:visible').count()).toBe(await watched.page.locator('figure').count());
  });

  it('is shown for a moment under the pointer and the keyboard', async () => {
    await open();
    await node('vicuna').hover();
    expect(await lit()).toContain('llava');
    expect(await watched.page.locator('[data-focused]').count()).toBe(0);
    await node('koala').focus();
    expect(await lit()).toEqual(['koala', 'llama', 'stanford-alpaca']);
    expect(search()).toBe('');
  });
});

describe('what is shown', () => {
  it('one family alone, in trees and lists, kept in the address', async () => {
    const { page } = watched;
    await open();
    await page.getByRole('combobox', { name: '家族' }).selectOption({ value: 'mistral-7b' });
    expect(search()).toBe('?family=mistral-7b');
    await page.reload();
    expect(await page.locator('figure:visible').evaluateAll((all) => all.map(({ id }) => id))).toEqual([
      'family-mistral-7b',
    ]);
    expect(await page.locator('section[data-family]:visible').evaluateAll((all) => all.map(({ id }) => id))).toEqual([
      'names-mistral-7b',
    ]);
    expect(await page.getByRole('heading', { name: '小家族' }).isVisible()).toBe(false);
    expect(await page.getByRole('status').textContent()).toContain('只看 Mistral 7B');
    await page.goBack();
    await expect.poll(() => page.locator('figure:visible').count()).toBeGreaterThan(20);
  });

  it('no longer alone when somebody of another family is looked at', async () => {
    await open('?family=mistral-7b');
    await watched.page.getByLabel('看谁的上下游').selectOption({ label: 'Vicuna' });
    expect(search()).toBe('?focus=vicuna');
    expect(await node('vicuna').isVisible()).toBe(true);
  });

  it('a tree to its end, asked for by its button, its words or all at once', async () => {
    const { page } = watched;
    await open();
    const nodes = () => plate('qwen-7b').locator('.node').count();
    const few = await nodes();
    const button = figure('qwen-7b').getByRole('button');
    await button.click();
    expect(search()).toBe('?open=qwen-7b');
    expect(await nodes()).toBeGreaterThan(few);
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    await page.goBack();
    await expect.poll(nodes).toBe(few);
    await node('qwen2').locator('[data-open-here]').click();
    expect(await nodes()).toBeGreaterThan(few);
    await button.click();
    await page.getByRole('button', { name: '全部展开' }).click();
    expect(search().split(',').length).toBe(await page.locator('[data-open]').count());
    await page.getByRole('button', { name: '全部收起' }).click();
    expect(search()).toBe('');
  });
});

describe('size and place', () => {
  it('change by buttons for all trees', async () => {
    const { page } = watched;
    await open();
    const before = await Promise.all(['llama', 'yi'].map((slug) => widthOf(plate(slug))));
    await page.getByRole('button', { name: '放大' }).click();
    const after = await Promise.all(['llama', 'yi'].map((slug) => widthOf(plate(slug))));
    expect(after.map((width, i) => width / before[i]!)).toEqual([1.25, 1.25]);
    expect(await page.locator('[data-size]').textContent()).toBe('125%');
    await page.getByRole('button', { name: '原大小' }).click();
    expect(await widthOf(plate('llama'))).toBe(before[0]);
  });

  it('change by key in the tree that has the focus, and keys move it', async () => {
    const { page } = watched;
    await page.setViewportSize({ width: 375, height: 812 });
    await open();
    const tree = plate('llama');
    const before = await widthOf(tree);
    await tree.focus();
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    expect(await widthOf(tree)).toBe(before * 1.5);
    await page.keyboard.press('-');
    expect(await widthOf(tree)).toBe(before * 1.25);
    await page.keyboard.press('0');
    expect(await widthOf(tree)).toBe(before);
    expect(await widthOf(plate('yi'))).toBeGreaterThan(0);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => tree.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  });

  it('change by the wheel with Ctrl, around the pointer; the wheel alone scrolls the page', async () => {
    const { page } = watched;
    await page.setViewportSize({ width: 800, height: 900 });
    await open('?family=llama');
    const tree = plate('llama');
    await tree.scrollIntoViewIfNeeded();
    const before = await widthOf(tree);
    await node('chinese-llama-alpaca').scrollIntoViewIfNeeded();
    const place = async () => (await node('chinese-llama-alpaca').boundingBox())!;
    const { x, y } = await place();
    await page.mouse.move(x + 1, y + 5);
    await page.mouse.wheel(0, 100);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
    expect(await widthOf(tree)).toBe(before);
    const start = await place();
    await page.mouse.move(start.x + 1, start.y + 5);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -400);
    await page.keyboard.up('Control');
    await expect.poll(() => widthOf(tree)).toBeGreaterThan(before * 2);
    expect(Math.abs((await place()).x - start.x)).toBeLessThan(4);
  });

  it('change by two fingers', async () => {
    const phone = await watchedPage(browser, new URL(site.url).origin, {
      viewport: { width: 375, height: 812 },
      hasTouch: true,
    });
    await phone.page.goto(`${site.url}lineage/?family=llama`);
    const tree = phone.page.locator('#family-llama lineage-plate');
    await tree.evaluate((element) => element.scrollIntoView());
    const before = await widthOf(tree);
    const session = await phone.page.context().newCDPSession(phone.page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...xs: number[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: xs.map((x, id) => ({ x, y: 300, id })) });
    await touch('touchStart', 150, 200);
    await touch('touchMove', 125, 225);
    await touch('touchMove', 100, 250);
    await touch('touchEnd');
    await expect.poll(() => widthOf(tree)).toBe(before * 3);
    expect(phone.problems).toEqual([]);
    await phone.close();
  });

  it('change by dragging', async () => {
    const { page } = watched;
    await page.setViewportSize({ width: 500, height: 900 });
    await open('?family=llama');
    const tree = plate('llama');
    await tree.evaluate((element) => element.scrollIntoView());
    const box = (await tree.boundingBox())!;
    const before = await page.evaluate(() => scrollY);
    await page.mouse.move(box.x + 40, 500);
    await page.mouse.down();
    await page.mouse.move(box.x + 10, 460, { steps: 4 });
    await page.mouse.up();
    await page.mouse.move(box.x + 40, 500);
    expect(await tree.evaluate((element) => element.scrollLeft)).toBe(30);
    expect(await page.evaluate(() => scrollY)).toBe(before + 40);
  });
});

it('is read by keyboard: from node to node in reading order, to the entry and back to its relatives', async () => {
  const { page } = watched;
  await open();
  await node('llama').focus();
  await page.keyboard.press('Tab');
  const [first] = await figure('llama')
    .locator('.node')
    .evaluateAll((all) => all.slice(1).map((one) => (one as SVGElement).dataset['id']!));
  expect(await page.evaluate(() => (document.activeElement as unknown as SVGElement).dataset['id'])).toBe(first);
  const ring = await node(first!)
    .locator('rect')
    .evaluate((rect) => getComputedStyle(rect).strokeWidth);
  expect(ring).toBe('2px');
  await node('vicuna').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/projects/vicuna/');
  await page.getByRole('link', { name: '在谱系图里看' }).click();
  await page.waitForURL('**/lineage/?focus=vicuna');
  expect(await lit()).toContain('llava');
});

it('hides nothing that the keyboard reaches under the controls that stay in view', async () => {
  const { page } = watched;
  await open();
  await node('alpagasus').focus();
  for (let i = 0; i < 45; i++) {
    await page.keyboard.press('Shift+Tab');
    const covered = await page.evaluate(() => {
      const { top } = document.activeElement!.getBoundingClientRect();
      const tools = document.querySelector('[data-tools]')!;
      return !tools.contains(document.activeElement) && top < tools.getBoundingClientRect().bottom && top >= 0;
    });
    expect(covered, `step ${i}`).toBe(false);
  }
});

it('says the same without JavaScript: trees, lists and legend, and no control that does nothing', async () => {
  const still = await watchedPage(browser, new URL(site.url).origin, { javaScriptEnabled: false });
  await still.page.goto(`${site.url}lineage/?focus=vicuna`);
  const main = still.page.getByRole('main');
  expect(await main.locator('figure:visible').count()).toBeGreaterThan(20);
  expect(await main.locator('li[data-id]:visible').count()).toBeGreaterThanOrEqual(projects.length);
  for (const name of ['button', 'select', 'input']) expect(await main.locator(`${name}:visible`).count(), name).toBe(0);
  await main.locator('a.node').first().click();
  await still.page.waitForURL('**/projects/**');
  expect(still.problems).toEqual([]);
  await still.close();
});

it('works under a base path', async () => {
  const { base, folder } = BUILDS[1];
  const based = await serve(folder, base);
  const { page, problems, close } = await watchedPage(browser, new URL(based.url).origin);
  await page.goto(`${based.url}projects/llava/`);
  await page.getByRole('link', { name: '在谱系图里看' }).click();
  await page.locator('.node.self').first().waitFor();
  await page.getByLabel('看谁的上下游').selectOption({ label: 'Vicuna' });
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(`${base}/lineage/?focus=vicuna`);
  await page.locator('[data-panel]').getByRole('link', { name: '打开条目' }).click();
  await page.waitForURL(`**${base}/projects/vicuna/`);
  expect(problems).toEqual([]);
  await close();
  await based.close();
});

it('has labels that fit their rows, so that nothing is drawn over anything', async () => {
  await open('?open=qwen-7b,gpt-j-6b,llama-3,deepseek-moe-16b');
  const wide = await watched.page.locator('lineage-plate:not([hidden]) .node').evaluateAll((all) =>
    all.flatMap((one) => {
      const text = (one.querySelector('text') as SVGTextElement).getBBox();
      const row = (one.querySelector('rect') as SVGRectElement).getBBox();
      return text.x + text.width > row.x + row.width ? [(one as SVGElement).dataset['id']] : [];
    }),
  );
  expect(wide).toEqual([]);
});
