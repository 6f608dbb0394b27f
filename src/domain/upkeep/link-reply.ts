import type { LinkResult } from '../../schema/link-cache.ts';

/** Why there was no answer. */
export type Fault = 'no-such-host' | 'timeout' | 'certificate' | 'network';

/** What an address answered, or why it did not. Exactly one of `status` and `fault` is set. */
export interface Reply {
  status: number | null;
  fault: Fault | null;
  /** Where redirects ended, null where there were none. */
  finalUrl: string | null;
  /** Seconds that the server asked to wait. */
  retryAfter: number | null;
}

/** Node's codes for a name that does not exist. `EAI_AGAIN` is not among them: it may exist in a minute. */
const NO_HOST = ['ENOTFOUND', 'EAI_NONAME', 'EAI_NODATA'];

/** Sorts the code of a network error. */
export function faultOf(code: string): Fault {
  if (NO_HOST.includes(code)) return 'no-such-host';
  if (/TIMEOUT|TIMEDOUT/i.test(code)) return 'timeout';
  return /CERT|SELF_SIGNED|ERR_TLS|UNABLE_TO_VERIFY|ERR_SSL/i.test(code) ? 'certificate' : 'network';
}

/** Reads a `Retry-After` header: seconds, or a date. Null where it is neither. `now` in milliseconds since the epoch. */
export function parseRetryAfter(header: string | null, now: number): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(seconds, 0);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(Math.ceil((date - now) / 1000), 0);
}

/**
 * Judges an answer. Only 404, 410 and a name that does not exist are dead. Whatever may be meant for robots (401, 403,
 * 429 …), may be over in an hour (5xx, timeouts) or may be this machine's fault leaves it undecided, and is counted.
 * @param reachable whether some other host answered in this run: without that, a missing name proves nothing
 */
export function judgeReply(
  { status, fault, finalUrl }: Reply,
  reachable: boolean,
): Pick<LinkResult, 'outcome' | 'reason' | 'finalUrl'> {
  if (fault !== null)
    return { outcome: fault === 'no-such-host' && reachable ? 'dead' : 'undecided', reason: fault, finalUrl };
  if (status! >= 200 && status! < 300) return { outcome: 'alive', reason: 'ok', finalUrl };
  const gone = status === 404 || status === 410;
  return { outcome: gone ? 'dead' : 'undecided', reason: `http-${status}`, finalUrl };
}

/** Tells whether an answer to HEAD is enough: some servers refuse HEAD, or answer it wrongly, and mean nothing by it. */
export function isEnough({ status, fault }: Reply): boolean {
  if (fault !== null) return fault === 'no-such-host';
  return (status! >= 200 && status! < 300) || status === 429;
}

/** How often an address is asked again, and the longest wait that is borne, seconds. */
const RETRY = { times: 2, longest: 60 };

/** Seconds to wait before asking again, null where it makes no sense or takes too long. `tries` so far, from 1. */
export function retryDelay({ status, fault, retryAfter }: Reply, tries: number): number | null {
  const passing = status === 429 || (status !== null && status >= 500) || fault === 'timeout' || fault === 'network';
  if (!passing || tries > RETRY.times) return null;
  const wait = retryAfter ?? 2 ** tries;
  return wait <= RETRY.longest ? wait : null;
}

/** Tells whether an answer says that the host wants no more questions now, or cannot be reached from here. */
export function isHostsFault({ status, fault }: Reply): boolean {
  return status === 429 || fault === 'timeout' || fault === 'network';
}
