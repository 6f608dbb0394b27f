import { setTimeout as delay } from 'node:timers/promises';
import { faultOf, isEnough, parseRetryAfter, retryDelay, type Reply } from '../../domain/upkeep/link-reply.ts';

export interface AskOptions {
  userAgent: string;
  /** Time allowed for one request, milliseconds. */
  timeout: number;
  /** Milliseconds that a second of waiting takes; tests make it short. */
  second: number;
}

/** The code of a network error, which fetch hides in its cause. */
function codeOf(error: unknown): string {
  const { name = '', code, cause } = error as { name?: string; code?: unknown; cause?: unknown };
  if (typeof code === 'string') return code;
  return cause === undefined ? name : codeOf(cause);
}

async function request(url: string, method: 'HEAD' | 'GET', { userAgent, timeout }: AskOptions): Promise<Reply> {
  try {
    const response = await fetch(url, {
      method,
      redirect: 'follow',
      signal: AbortSignal.timeout(timeout),
      headers: { 'user-agent': userAgent, accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
    });
    // Only the status is wanted: nobody pays for a page that is not read.
    await response.body?.cancel().catch(() => undefined);
    return {
      status: response.status,
      fault: null,
      finalUrl: response.redirected ? response.url : null,
      retryAfter: parseRetryAfter(response.headers.get('retry-after'), Date.now()),
    };
  } catch (error) {
    return { status: null, fault: faultOf(codeOf(error)), finalUrl: null, retryAfter: null };
  }
}

/** Asks an address with HEAD, with GET where that is not enough, and again after a while where the fault may pass. Never throws. */
export async function askLink(url: string, options: AskOptions): Promise<Reply> {
  for (let tries = 1; ; tries++) {
    const head = await request(url, 'HEAD', options);
    const reply = isEnough(head) ? head : await request(url, 'GET', options);
    const wait = retryDelay(reply, tries);
    if (wait === null) return reply;
    await delay(wait * options.second);
  }
}
