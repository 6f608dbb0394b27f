import { Octokit } from '@octokit/core';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';

export interface ClientOptions {
  /** Address of the API, `https://api.github.com` or a test's. */
  apiUrl: string;
  token?: string | undefined;
  /** The longest wait for a limit to be reset, seconds; a longer one ends the run. */
  maxWait: number;
  /** Time allowed for one request, milliseconds. */
  timeout?: number;
  /** Milliseconds that a second of waiting takes; tests make it short. */
  second?: number;
  /** Told before a wait, in a sentence. */
  say: (sentence: string) => void;
}

/** How often a request is repeated after an answer of the 5xx kind or none, and after a limit. */
const RETRIES = { failure: 2, limit: 2 };

/**
 * Makes every wait that GitHub asks for by `retry-after` look like what the throttling plugin listens to: the plugin goes
 * by the words of the message, which not every such answer has.
 */
function heedRetryAfter(octokit: Octokit): Record<string, never> {
  octokit.hook.error('request', (error) => {
    const { status, response } = error as { status?: number; response?: { headers: Record<string, unknown> } };
    const asked = (status === 403 || status === 429) && Number(response?.headers['retry-after']) > 0;
    if (asked && !/\bsecondary rate\b/i.test(error.message)) error.message += ' (secondary rate limit)';
    throw error;
  });
  return {};
}

const Client = Octokit.plugin(heedRetryAfter, retry, throttling);

export type GitHubClient = InstanceType<typeof Client>;

/**
 * Makes a client of GitHub's API that repeats what failed for a moment and waits where GitHub asks it to, as long as the
 * wait is bearable. Works without a token, at 60 requests an hour.
 */
export function createClient({
  apiUrl,
  token,
  maxWait,
  timeout = 20_000,
  second = 1000,
  say,
}: ClientOptions): GitHubClient {
  const mayWait = (seconds: number, tries: number) => {
    const wait = seconds <= maxWait && tries < RETRIES.limit;
    if (wait) say(`GitHub 要求慢一点，等 ${seconds} 秒再问。`);
    return wait;
  };
  const silent = () => undefined;
  return new Client({
    baseUrl: apiUrl.replace(/\/+$/, ''),
    ...(token ? { auth: token } : {}),
    userAgent: 'pingti-tujian-refresh',
    log: { debug: silent, info: silent, warn: silent, error: silent },
    request: {
      fetch: (url: string, init: RequestInit) => fetch(url, { ...init, signal: AbortSignal.timeout(timeout) }),
    },
    retry: {
      retries: RETRIES.failure,
      retryAfterBaseValue: second,
      // 429 is the throttling plugin's.
      doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451],
    },
    throttle: {
      // Groups are shared by all clients of a process unless named.
      id: apiUrl,
      retryAfterBaseValue: second,
      fallbackSecondaryRateRetryAfter: 60,
      onRateLimit: (seconds, _options, _octokit, tries) => mayWait(seconds, tries),
      onSecondaryRateLimit: (seconds, _options, _octokit, tries) => mayWait(seconds, tries),
    },
  });
}
