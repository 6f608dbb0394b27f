import { setTimeout as delay } from 'node:timers/promises';
import pLimit from 'p-limit';
import { hostOf, type CheckedLink, type ExternalLink } from '../../domain/upkeep/link-plan.ts';
import { isHostsFault, judgeReply, type Reply } from '../../domain/upkeep/link-reply.ts';
import type { LinkResult } from '../../schema/link-cache.ts';
import { askLink, type AskOptions } from './ask.ts';

export interface LinksOptions extends AskOptions {
  /** Told of every answer as it comes; not of addresses that were not asked. */
  answered: (link: ExternalLink, result: LinkResult) => Promise<void> | void;
}

/** How many hosts are asked at the same time; of one host never more than one address is. */
const HOSTS_AT_ONCE = 12;

/** Seconds between two requests to one host. arXiv asks for three (https://info.arxiv.org/help/robots.html). */
const PAUSE = 1;
const LONGER_PAUSES: Record<string, number> = { 'arxiv.org': 3, 'web.archive.org': 5 };

/** After so many addresses in a row at which a host wanted no more or did not answer, it is left alone for this run. */
const PATIENCE = 3;

/** Result of an address whose host was left alone before its turn came. */
function notAsked(): LinkResult {
  return { outcome: 'undecided', reason: 'host-left-alone', finalUrl: null, checked: new Date().toISOString() };
}

/** Asks every address, each host in a lane of its own. Gives the results in the order of the addresses. */
export async function checkLinks(links: readonly ExternalLink[], options: LinksOptions): Promise<CheckedLink[]> {
  const limit = pLimit(HOSTS_AT_ONCE);
  const results = new Map<string, LinkResult>();
  const pending: { link: ExternalLink; reply: Reply }[] = [];
  let reachable = false;

  async function note(link: ExternalLink, reply: Reply): Promise<void> {
    const result = { ...judgeReply(reply, reachable), checked: new Date().toISOString() };
    results.set(link.url, result);
    await options.answered(link, result);
  }

  async function lane(host: string, own: readonly ExternalLink[]): Promise<void> {
    let faults = 0;
    let last: Reply | undefined;
    for (const link of own) {
      // A name that does not exist for one address does not exist for the next.
      const noHost = last?.fault === 'no-such-host';
      if (faults >= PATIENCE) {
        results.set(link.url, notAsked());
        continue;
      }
      if (last && !noHost) await delay((LONGER_PAUSES[host] ?? PAUSE) * options.second);
      const reply: Reply = noHost ? last! : await limit(() => askLink(link.url, options));
      last = reply;
      faults = isHostsFault(reply) ? faults + 1 : 0;
      if (reply.status !== null) reachable = true;
      // What a missing name means is only known when all lanes are through.
      if (reply.fault === 'no-such-host') pending.push({ link, reply });
      else await note(link, reply);
    }
  }

  const lanes = Map.groupBy(links, ({ url }) => hostOf(url));
  await Promise.all([...lanes].map(([host, own]) => lane(host, own)));
  for (const { link, reply } of pending) await note(link, reply);
  return links.map((link) => ({ link, result: results.get(link.url)! }));
}
