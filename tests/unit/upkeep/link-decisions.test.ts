import { describe, expect, it } from 'vitest';
import {
  archivedTarget,
  isExpectedDead,
  leadsElsewhere,
  planLinks,
  type ExternalLink,
  type LinkPlace,
} from '../../../src/domain/upkeep/link-plan.ts';
import {
  faultOf,
  isEnough,
  judgeReply,
  parseRetryAfter,
  retryDelay,
  type Fault,
  type Reply,
} from '../../../src/domain/upkeep/link-reply.ts';
import { summariseLinks } from '../../../src/domain/upkeep/link-summary.ts';
import type { LinkCache, LinkResult } from '../../../src/schema/link-cache.ts';

const reply = (overrides: Partial<Reply>): Reply => ({
  status: null,
  fault: null,
  finalUrl: null,
  retryAfter: null,
  ...overrides,
});

describe('judgeReply', () => {
  it.each([
    [200, 'alive'],
    [206, 'alive'],
    [404, 'dead'],
    [410, 'dead'],
    [401, 'undecided'],
    [403, 'undecided'],
    [405, 'undecided'],
    [429, 'undecided'],
    [451, 'undecided'],
    [500, 'undecided'],
    [503, 'undecided'],
    [999, 'undecided'],
  ])('%i is %s', (status, outcome) => expect(judgeReply(reply({ status }), true).outcome).toBe(outcome));

  it.each(['timeout', 'certificate', 'network'] as const)('%s is undecided', (fault) =>
    expect(judgeReply(reply({ fault }), true)).toMatchObject({ outcome: 'undecided', reason: fault }),
  );

  it('calls a missing host dead only where others could be reached', () => {
    const missing = reply({ fault: 'no-such-host' });
    expect(judgeReply(missing, true).outcome).toBe('dead');
    expect(judgeReply(missing, false).outcome).toBe('undecided');
  });
});

it.each<[string, Fault]>([
  ['ENOTFOUND', 'no-such-host'],
  ['EAI_AGAIN', 'network'],
  ['ECONNREFUSED', 'network'],
  ['ETIMEDOUT', 'timeout'],
  ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
  ['TimeoutError', 'timeout'],
  ['CERT_HAS_EXPIRED', 'certificate'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
])('%s is a fault of the kind %s', (code, fault) => expect(faultOf(code)).toBe(fault));

describe('retries', () => {
  it('waits as long as the server asks, within reason', () => {
    expect(retryDelay(reply({ status: 429, retryAfter: 7 }), 1)).toBe(7);
    expect(retryDelay(reply({ status: 429, retryAfter: 3600 }), 1)).toBeNull();
    expect(retryDelay(reply({ status: 503 }), 1)).toBe(2);
    expect(retryDelay(reply({ fault: 'timeout' }), 2)).toBe(4);
    expect(retryDelay(reply({ fault: 'timeout' }), 3)).toBeNull();
  });
  it.each([{ status: 200 }, { status: 404 }, { status: 403 }, { fault: 'no-such-host' as const }])(
    'not after %j',
    (one) => expect(retryDelay(reply(one), 1)).toBeNull(),
  );
  it('reads Retry-After in seconds and as a date', () => {
    const now = Date.parse('2026-11-24T00:00:00Z');
    expect(parseRetryAfter('120', now)).toBe(120);
    expect(parseRetryAfter('Tue, 24 Nov 2026 00:01:30 GMT', now)).toBe(90);
    expect(parseRetryAfter('Mon, 23 Nov 2026 00:00:00 GMT', now)).toBe(0);
    expect(parseRetryAfter('soon', now)).toBeNull();
    expect(parseRetryAfter(null, now)).toBeNull();
  });
  it('believes HEAD where it is good, and asks with GET where it is not', () => {
    expect(isEnough(reply({ status: 200 }))).toBe(true);
    expect(isEnough(reply({ status: 429 }))).toBe(true);
    for (const status of [403, 404, 405, 500]) expect(isEnough(reply({ status }))).toBe(false);
  });
});

const place = (overrides: Partial<LinkPlace> = {}): LinkPlace => ({
  file: 'content/projects/a.md',
  line: 3,
  column: 1,
  expected: null,
  ...overrides,
});
const link = (url: string, ...places: LinkPlace[]): ExternalLink => ({
  url,
  places: places.length ? places : [place()],
});
const result = (overrides: Partial<LinkResult> = {}): LinkResult => ({
  outcome: 'alive',
  reason: 'ok',
  finalUrl: null,
  checked: '2026-11-20T00:00:00.000Z',
  ...overrides,
});

describe('planLinks', () => {
  const now = new Date('2026-11-24T12:00:00Z');
  const plan = (cache: LinkCache['links'], options: { host?: string; limit?: number } = {}) =>
    planLinks(
      ['https://a.example/1', 'https://a.example/2', 'https://b.example/', 'https://www.b.example/x'].map((url) =>
        link(url),
      ),
      { version: 1, links: cache },
      [],
      { now, ...options },
    );
  const urls = (links: readonly ExternalLink[]) => links.map(({ url }) => url);

  it('believes what is alive for 20 days, what is undecided for one, what is dead never', () => {
    const { fresh, due } = plan({
      'https://a.example/1': result({ checked: '2026-11-04T13:00:00.000Z' }),
      'https://a.example/2': result({ checked: '2026-11-04T11:00:00.000Z' }),
      'https://b.example/': result({ outcome: 'undecided', checked: '2026-11-23T13:00:00.000Z' }),
      'https://www.b.example/x': result({ outcome: 'dead', checked: '2026-11-24T11:59:59.000Z' }),
    });
    expect(urls(fresh.map((one) => one.link))).toEqual(['https://a.example/1', 'https://b.example/']);
    expect(urls(due)).toEqual(['https://www.b.example/x', 'https://a.example/2']);
  });

  it('asks dead ones first, then new ones, then the longest ago, as many as allowed', () => {
    const cache = {
      'https://a.example/1': result({ checked: '2026-10-02T00:00:00.000Z' }),
      'https://a.example/2': result({ checked: '2026-10-01T00:00:00.000Z' }),
      'https://www.b.example/x': result({ outcome: 'dead', reason: 'http-404' }),
    };
    expect(urls(plan(cache).due)).toEqual([
      'https://www.b.example/x',
      'https://b.example/',
      'https://a.example/2',
      'https://a.example/1',
    ]);
    expect(plan(cache, { limit: 1 })).toMatchObject({ due: [{ url: 'https://www.b.example/x' }], left: 3 });
  });

  it('keeps to one host and those below it', () => {
    expect(urls(plan({}, { host: 'b.example' }).due)).toEqual(['https://b.example/', 'https://www.b.example/x']);
    expect(plan({}, { host: 'xample' }).due).toEqual([]);
  });

  it('leaves exceptions alone and names those that no link needs', () => {
    const until = '2027-01-01';
    const exceptions = [
      { host: 'a.example', reason: '不许机器看', until },
      { url: 'https://b.example/#top', reason: '同上', until },
      { url: 'https://gone.example/', reason: '同上', until },
    ];
    const links = [link('https://a.example/1'), link('https://b.example/'), link('https://b.example/2')];
    const { excepted, due, unused } = planLinks(links, { version: 1, links: {} }, exceptions, { now });
    expect(urls(excepted.map((one) => one.link))).toEqual(['https://a.example/1', 'https://b.example/']);
    expect(urls(due)).toEqual(['https://b.example/2']);
    expect(unused).toEqual([exceptions[2]]);
  });
});

describe('what a dead link means', () => {
  it('is no surprise only where every place expects it', () => {
    expect(isExpectedDead(link('https://a.example/', place({ expected: 'tombstone' })))).toBe(true);
    expect(isExpectedDead(link('https://a.example/', place({ expected: 'tombstone' }), place()))).toBe(false);
  });

  it('counts all outcomes, and the undecided by reason and host', () => {
    const links = [
      { link: link('https://a.example/1'), result: result({ outcome: 'undecided', reason: 'http-403' }) },
      { link: link('https://a.example/2'), result: result({ outcome: 'undecided', reason: 'http-403' }) },
      { link: link('https://b.example/'), result: result({ outcome: 'undecided', reason: 'timeout' }) },
      { link: link('https://c.example/'), result: result({ outcome: 'dead', reason: 'http-404' }) },
      {
        link: link('https://d.example/', place({ expected: 'old-address' })),
        result: result({ outcome: 'dead', reason: 'http-404' }),
      },
    ];
    const fresh = [{ link: link('https://e.example/x'), result: result({ finalUrl: 'https://elsewhere.example/' }) }];
    const summary = summariseLinks({ due: [], fresh, excepted: [], left: 2, unused: [] }, links);
    expect(summary.counts).toEqual({
      all: 8,
      asked: 5,
      cached: 1,
      excepted: 0,
      left: 2,
      alive: 1,
      dead: 1,
      expectedDead: 1,
      undecided: 3,
    });
    expect(summary.reasons).toEqual([
      { reason: 'http-403', count: 2 },
      { reason: 'timeout', count: 1 },
    ]);
    expect(summary.hosts[0]).toEqual({ host: 'a.example', reason: 'http-403', count: 2 });
    expect(summary.moved.map((one) => one.link.url)).toEqual(['https://e.example/x']);
    expect(summary.oldest).toBe('2026-11-20');
  });
});

it.each([
  ['http://a.example/x', 'https://www.a.example/x/', false],
  ['https://a.example/x', null, false],
  ['https://a.example/x', 'https://a.example/', true],
])('%s → %s leads elsewhere: %s', (from, to, expected) => expect(leadsElsewhere(from, to)).toBe(expected));

it('knows what an archived copy is a copy of', () => {
  expect(archivedTarget('https://web.archive.org/web/20230501000000/https://a.example/x#y')).toBe(
    'https://a.example/x',
  );
  expect(archivedTarget('https://web.archive.org/web/2023id_/http://a.example')).toBe('http://a.example/');
  expect(archivedTarget('https://a.example/web/2023/https://b.example')).toBeNull();
});
