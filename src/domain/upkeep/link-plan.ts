import type { LinkCache, LinkResult } from '../../schema/link-cache.ts';
import type { LinkException } from '../../schema/link-exceptions.ts';

/** Where an address stands. */
export interface LinkPlace {
  file: string;
  line: number;
  column: number;
  /**
   * Why it may well be dead here: `tombstone` of an entry that is called gone, `old-address` of a repository that moved,
   * `archived` where the file has an archived copy beside it.
   */
  expected: 'tombstone' | 'old-address' | 'archived' | null;
}

/** An address of the content, without fragment, and everywhere it stands. */
export interface ExternalLink {
  url: string;
  places: LinkPlace[];
}

/** An address with what came of asking it. */
export interface CheckedLink {
  link: ExternalLink;
  result: LinkResult;
}

/** Days for which a result is believed. Dead ones are asked anew each time: nobody should chase what came back. */
const MAX_AGE = { alive: 20, undecided: 1, dead: 0 } as const;

const DAY = 24 * 60 * 60 * 1000;

/** The address that the Internet Archive keeps a copy of. Null for any other address. */
export function archivedTarget(url: string): string | null {
  const match = /^https?:\/\/web\.archive\.org\/web\/\d+[a-z_]*\/(.+)$/.exec(url);
  return match && URL.canParse(match[1]!) ? withoutFragment(match[1]!) : null;
}

/** Writes an address without its fragment: which heading a page opens at is not asked for. */
export function withoutFragment(url: string): string {
  const parsed = new URL(url);
  parsed.hash = '';
  return parsed.href;
}

/** Host of an address with its port, as lanes and exceptions name it. */
export function hostOf(url: string): string {
  return new URL(url).host;
}

function covers({ url, host }: LinkException, link: ExternalLink): boolean {
  return url === undefined ? hostOf(link.url) === host : withoutFragment(url) === link.url;
}

/** What to do with every address. */
export interface LinkPlan {
  /** To be asked now, the most urgent first. */
  due: ExternalLink[];
  /** Asked before, lately enough. */
  fresh: CheckedLink[];
  excepted: { link: ExternalLink; exception: LinkException }[];
  /** Left for another time because of the limit. */
  left: number;
  /** Exceptions that no address needs any more. */
  unused: LinkException[];
}

export interface PlanOptions {
  now: Date;
  /** Only addresses of this host and those below it. */
  host?: string | undefined;
  /** How many to ask at most. */
  limit?: number | undefined;
}

/**
 * Sorts the addresses into those to ask, those asked lately and those excepted. Dead ones come first, then those never
 * asked, then the longest ago, then by address, so that limited runs come round to all.
 */
export function planLinks(
  links: readonly ExternalLink[],
  cache: LinkCache,
  exceptions: readonly LinkException[],
  { now, host, limit = Infinity }: PlanOptions,
): LinkPlan {
  const unused = exceptions.filter((exception) => !links.some((link) => covers(exception, link)));
  const plan: LinkPlan = { due: [], fresh: [], excepted: [], left: 0, unused };
  for (const link of links) {
    const own = hostOf(link.url);
    if (host !== undefined && own !== host && !own.endsWith(`.${host}`)) continue;
    const exception = exceptions.find((other) => covers(other, link));
    const result = cache.links[link.url];
    const age = result ? now.getTime() - Date.parse(result.checked) : Infinity;
    if (exception) plan.excepted.push({ link, exception });
    else if (result && age >= 0 && age < MAX_AGE[result.outcome] * DAY) plan.fresh.push({ link, result });
    else plan.due.push(link);
  }
  const rank = ({ url }: ExternalLink) => {
    const result = cache.links[url];
    if (!result) return '1';
    return result.outcome === 'dead' ? '0' : `2${result.checked}`;
  };
  plan.due.sort((a, b) => (rank(a) < rank(b) ? -1 : Number(rank(a) > rank(b))) || (a.url < b.url ? -1 : 1));
  plan.left = Math.max(plan.due.length - limit, 0);
  plan.due = plan.due.slice(0, plan.due.length - plan.left);
  return plan;
}

/** Tells whether every place of an address expects it to be dead. */
export function isExpectedDead({ places }: ExternalLink): boolean {
  return places.every(({ expected }) => expected !== null);
}

/** Tells whether redirects led to a page that is not the same one under another scheme, `www.` or slash. */
export function leadsElsewhere(url: string, finalUrl: string | null): boolean {
  if (finalUrl === null) return false;
  const fold = (text: string) =>
    withoutFragment(text)
      .replace(/^https?:\/\/(?:www\.)?/, '')
      .replace(/\/$/, '');
  return fold(url) !== fold(finalUrl);
}
