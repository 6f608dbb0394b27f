import type { Verdict } from '../../schema/license.ts';

/** From the least to the most binding answer. Unknown binds more than a condition and less than a prohibition: it never becomes allowed, and it never hides a "no". */
const STRICTNESS: readonly Verdict[] = ['allowed', 'conditional', 'unknown', 'forbidden'];

/** Terms that hold together: the most binding one wins; unknown where there is none. */
export function strictest(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.length === 0) return 'unknown';
  return verdicts.reduce((a, b) => (STRICTNESS.indexOf(b) > STRICTNESS.indexOf(a) ? b : a));
}

/**
 * Versions to choose from: where they agree, their verdict; where at least one may be used, the answer depends
 * on the choice and so is conditional; otherwise (some forbidden, some unknown) unknown.
 */
export function amongVersions(verdicts: readonly Verdict[]): Verdict {
  const distinct = [...new Set(verdicts)];
  if (distinct.length <= 1) return distinct[0] ?? 'unknown';
  return distinct.some((verdict) => verdict === 'allowed' || verdict === 'conditional') ? 'conditional' : 'unknown';
}
