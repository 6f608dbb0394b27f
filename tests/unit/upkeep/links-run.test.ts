import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkLinks } from '../../../src/cli/links/run.ts';
import type { LinkResult } from '../../../src/schema/link-cache.ts';
import { ROOT } from '../../support/built.ts';
import { fakeHost, type FakeHost, type FakePage } from '../../support/fake-web.ts';
import { entryText, fixtureRoot, type FixtureRoot } from '../../support/fixture-root.ts';

/** Longer than any request may take, milliseconds. */
const NEVER = 600_000;

let hosts: FakeHost[] = [];
afterEach(async () => {
  await Promise.all(hosts.map((host) => host.close()));
  hosts = [];
});

async function serve(pages: Record<string, FakePage>): Promise<FakeHost> {
  const host = await fakeHost(pages);
  hosts.push(host);
  return host;
}

/** Asks addresses and gives outcome and reason of each, by path. */
async function check(urls: string[], timeout = 5000): Promise<Record<string, string>> {
  const results = await checkLinks(
    urls.map((url) => ({ url, places: [] })),
    { userAgent: 'test', timeout, second: 1, answered: () => undefined },
  );
  return Object.fromEntries(
    results.map(({ link, result }) => [new URL(link.url).pathname, `${result.outcome} ${result.reason}`]),
  );
}

describe('checkLinks', { timeout: 60_000 }, () => {
  it('tells alive, dead and undecided apart', async () => {
    const { url } = await serve({
      '/fine': {},
      '/gone': { status: 410 },
      '/private': { status: 403 },
      '/login': { status: 401 },
      '/broken': { status: 500 },
      '/moved': { status: 301, headers: { location: '/fine' } },
      '/lost': { status: 302, headers: { location: '/nowhere' } },
    });
    const paths = ['/fine', '/gone', '/missing', '/private', '/login', '/broken', '/moved', '/lost'];
    expect(await check(paths.map((path) => `${url}${path}`))).toEqual({
      '/fine': 'alive ok',
      '/gone': 'dead http-410',
      '/missing': 'dead http-404',
      '/private': 'undecided http-403',
      '/login': 'undecided http-401',
      '/broken': 'undecided http-500',
      '/moved': 'alive ok',
      '/lost': 'dead http-404',
    });
  });

  it('asks with GET where HEAD is refused or answered wrongly, and only with HEAD where it is not', async () => {
    const { url, log } = await serve({
      '/fine': {},
      '/no-head': { head: { status: 405 } },
      '/liar': { head: { status: 404 } },
      '/rude': { head: { hangUp: true } },
    });
    const answers = await check(['/fine', '/no-head', '/liar', '/rude'].map((path) => `${url}${path}`));
    expect(new Set(Object.values(answers))).toEqual(new Set(['alive ok']));
    expect(log.filter((line) => line.endsWith('/fine'))).toEqual(['HEAD /fine']);
    expect(log).toContain('GET /liar');
  });

  it('asks again after 429, 5xx and broken connections', async () => {
    const { url } = await serve({
      '/busy': { first: [{ status: 429, headers: { 'retry-after': '2' } }] },
      '/tired': { first: [{ status: 503 }, { status: 503 }] },
      '/torn': { first: [{ hangUp: true }, { hangUp: true }] },
    });
    expect(await check(['/busy', '/tired', '/torn'].map((path) => `${url}${path}`))).toEqual({
      '/busy': 'alive ok',
      '/tired': 'alive ok',
      '/torn': 'alive ok',
    });
  });

  it('does not wait for hours, and leaves a host alone that wants no more', async () => {
    const busy = { status: 429, headers: { 'retry-after': '3600' } };
    const { url, log } = await serve({ '/1': busy, '/2': busy, '/3': busy, '/4': busy });
    expect(await check(['/1', '/2', '/3', '/4', '/5'].map((path) => `${url}${path}`))).toEqual({
      '/1': 'undecided http-429',
      '/2': 'undecided http-429',
      '/3': 'undecided http-429',
      '/4': 'undecided host-left-alone',
      '/5': 'undecided host-left-alone',
    });
    expect(log).toEqual(['HEAD /1', 'HEAD /2', 'HEAD /3']);
  });

  it('never has two requests under way at one host', async () => {
    const slow: FakePage = { delay: 20 };
    const { url, mostAtOnce } = await serve({ '/1': slow, '/2': slow, '/3': slow });
    await check(['/1', '/2', '/3'].map((path) => `${url}${path}`));
    expect(mostAtOnce()).toBe(1);
  });

  it('calls silence and refused connections undecided', async () => {
    const slow = await serve({ '/slow': { delay: NEVER } });
    const closed = await fakeHost({});
    await closed.close();
    expect(await check([`${slow.url}/slow`, `${closed.url}/closed`], 300)).toEqual({
      '/slow': 'undecided timeout',
      '/closed': 'undecided network',
    });
  });

  it('tells of each answer as it comes, and not of what was never asked', async () => {
    const busy = { status: 429, headers: { 'retry-after': '3600' } };
    const { url } = await serve({ '/1': busy, '/2': busy, '/3': busy });
    const told: [string, LinkResult][] = [];
    await checkLinks(
      ['/1', '/2', '/3', '/4'].map((path) => ({ url: `${url}${path}`, places: [] })),
      { userAgent: 'test', timeout: 5000, second: 1, answered: (link, result) => void told.push([link.url, result]) },
    );
    expect(told.map(([address]) => new URL(address).pathname)).toEqual(['/1', '/2', '/3']);
  });
});

describe('npm run links', { timeout: 60_000 }, () => {
  let root: FixtureRoot;
  let host: FakeHost;
  beforeEach(async () => {
    host = await serve({ '/fine': {}, '/private': { status: 403 } });
    root = fixtureRoot();
  });
  afterEach(() => root.remove());

  /** An entry whose only addresses of this host are in its body; the rest is excepted. */
  function write(...paths: string[]): void {
    const body = `\n${paths.map((path) => `[页面](${host.url}${path})`).join('\n\n')}\n`;
    root.write('content/projects/one.md', entryText('one', '{ repo: https://github.com/lab/one }', '', body));
    root.write(
      'content/link-exceptions.yml',
      ['github.com', 'opensource.org']
        .map((name) => `- { host: ${name}, reason: 测试不联网, until: 2999-01-01 }\n`)
        .join(''),
    );
  }

  interface Outcome {
    code: number;
    stdout: string;
    stderr: string;
  }

  async function links(...args: string[]): Promise<Outcome> {
    const command = [join(ROOT, 'src/cli/links.ts'), '--root', root.path, ...args];
    const outcome = await promisify(execFile)('node', command).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (error: Outcome) => error,
    );
    expect(outcome.stdout + outcome.stderr).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
    return outcome;
  }

  it('is content with links that are alive or undecided, and counts the undecided', async () => {
    write('/fine', '/private');
    const { code, stdout } = await links();
    expect(code).toBe(0);
    expect(stdout).toContain('1 个正常，0 个打不开，0 个打不开但在意料之中，1 个说不准，2 个例外');
    expect(stdout).toContain('| 403，不让看 | 1 |');
  });

  it('fails at a dead link and says where it stands', async () => {
    write('/fine', '/missing');
    const report = join(root.path, 'report.md');
    const { code, stdout } = await links('--report', report);
    expect(code).toBe(1);
    expect(stdout).toContain(`| ${host.url}/missing | 404 | content/projects/one.md:15 |`);
    expect(readFileSync(report, 'utf8')).toContain('## 打不开的');
  });

  it('remembers what is alive and asks the dead again', async () => {
    write('/fine', '/missing');
    await links();
    const before = host.log.length;
    const { code, stdout } = await links();
    expect(code).toBe(1);
    expect(stdout).toContain('这次问了 1 个，1 个用的是以前的结果');
    expect(host.log.slice(before)).toEqual(['HEAD /missing', 'GET /missing']);
    expect(existsSync(join(root.path, '.cache/links.json'))).toBe(true);
  });

  it('does without a cache that is spoilt', async () => {
    write('/fine');
    root.write('.cache/links.json', '{ "version": 1, "links": ');
    expect((await links()).stdout).toContain('这次问了 1 个');
  });

  it('gives JSON, for one host, up to a limit', async () => {
    write('/fine', '/missing');
    const { code, stdout } = await links('--json', '--host', new URL(host.url).host, '--limit', '1');
    const data = JSON.parse(stdout) as { counts: Record<string, number> };
    expect(data.counts).toMatchObject({ all: 2, asked: 1, left: 1, excepted: 0 });
    expect(code).toBe(0);
  });

  it('does not honour an exception past its day', async () => {
    write('/missing');
    const own = `- { url: ${host.url}/missing, reason: 某因, until: DAY }\n`;
    root.write('content/link-exceptions.yml', own.replace('DAY', '2999-01-01'));
    expect((await links('--host', new URL(host.url).host)).code).toBe(0);
    root.write('content/link-exceptions.yml', own.replace('DAY', '2020-01-01'));
    const { code, stdout } = await links('--host', new URL(host.url).host);
    expect(code).toBe(1);
    expect(stdout).toContain('## 不算数的例外');
  });

  it('explains itself when called wrongly', async () => {
    const { code, stderr } = await links('--limit', 'few');
    expect(code).toBe(2);
    expect(stderr).toContain("--limit 要写个数，写的是 'few'");
  });
});
