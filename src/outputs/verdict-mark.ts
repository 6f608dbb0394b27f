import type { Verdict } from '../schema/license.ts';

const SQUARE = 'M3 7.5h9v9H3z';

/** Path of the small square that stands for a verdict in a row 24 units high; its stroke and filling tell which (src/styles/lineage.css). */
export function verdictMark(verdict: Verdict): string {
  return verdict === 'conditional' ? `${SQUARE}m2.5 2.5h4v4h-4z` : SQUARE;
}
