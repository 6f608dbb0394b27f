/** A failed request to GitHub, reduced to what decides. */
export interface ApiFailure {
  /** HTTP status; null where there was no answer at all. */
  status: number | null;
  /** Header names in lower case. */
  headers: Readonly<Record<string, string | number | undefined>>;
  message: string;
}

export type ApiVerdict =
  | { kind: 'not-modified' }
  | { kind: 'missing'; blocked: boolean }
  /** `seconds` until GitHub wants to hear from us again; null where it does not say. */
  | { kind: 'rate-limited'; seconds: number | null }
  | { kind: 'bad-token' }
  | { kind: 'unreachable' }
  | { kind: 'failed' };

/** How long GitHub wants to be left alone: `retry-after`, else until the limit is reset. Seconds, null where not said. */
function waitSeconds(headers: ApiFailure['headers'], now: number): number | null {
  const after = Number(headers['retry-after']);
  if (Number.isFinite(after) && after > 0) return after;
  const reset = Number(headers['x-ratelimit-reset']);
  return headers['x-ratelimit-remaining'] === '0' && reset > 0 ? Math.max(Math.ceil(reset - now / 1000), 0) : null;
}

/**
 * Says what a failed request means. Limits: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 * (403 or 429, primary with `x-ratelimit-remaining: 0`, secondary with `retry-after` or only in words).
 * A repository that GitHub took down answers 451, or 403 "Repository access blocked".
 * @param now milliseconds since the epoch
 */
export function judgeFailure({ status, headers, message }: ApiFailure, now: number): ApiVerdict {
  if (status === null) return { kind: 'unreachable' };
  if (status === 304) return { kind: 'not-modified' };
  if (status === 401) return { kind: 'bad-token' };
  if (status === 404 || status === 410) return { kind: 'missing', blocked: false };
  if (status === 451 || (status === 403 && /access blocked/i.test(message))) return { kind: 'missing', blocked: true };
  const seconds = waitSeconds(headers, now);
  if (status === 429 || (status === 403 && (seconds !== null || /rate limit|abuse/i.test(message))))
    return { kind: 'rate-limited', seconds };
  return { kind: 'failed' };
}
