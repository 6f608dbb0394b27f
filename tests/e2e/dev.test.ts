import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manifestKey } from '../../src/integrations/editor-files.ts';
import { BUILDS, readJson, ROOT } from '../support/built.ts';
import { launch } from '../support/chromium.ts';
import { outsideOfTests } from '../support/environment.ts';

/** Asks the system for a port that nobody uses. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Waits until the address answers; the development server starts in a few seconds, more where browsers share the machine. */
async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 360; tries++) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`No answer from ${url}`);
}

describe.each(BUILDS)('the development server $name', ({ base }) => {
  let server: ChildProcess;
  let url: string;
  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}${base}/`;
    server = spawn('astro', ['dev', '--host', '127.0.0.1', '--port', String(port)], {
      cwd: ROOT,
      stdio: 'ignore',
      shell: process.platform === 'win32',
      env: { ...outsideOfTests(), BASE_PATH: base },
    });
    await answering(url);
  });
  afterAll(() => server.kill());

  it('finds an entry by name from an index made at its start', async () => {
    const browser = await launch();
    const page = await browser.newPage();
    await page.goto(`${url}search/?q=vicuna`);
    await page.waitForSelector('[data-search-state="done"]');
    const first = page.locator('[data-search-results] a').first();
    expect(await first.getAttribute('href')).toBe(`${base}/projects/vicuna/`);
    expect(await first.textContent()).toContain('有条件');
    await browser.close();
  });

  it('tells editors which files there are, so that they complete their front matter', () => {
    const manifest = readJson<{ entries: Record<string, string> }>(ROOT, '/.astro/collections/collections.json');
    expect(manifest.entries[manifestKey(join(ROOT, 'content/projects/vicuna.md'))]).toBe('projects');
    const schema = readJson<{ properties: object }>(ROOT, '/.astro/collections/projects.schema.json');
    expect(Object.keys(schema.properties)).toContain('licenses');
  });
});
