import { boundedDistance } from './distance.ts';
import { hasHan, squash } from './fold.ts';
import type { NamesIndex } from './names-index.ts';

const SHOWN = 3;

/** Names that look somewhat like what was typed: a help where nothing fits, never an answer. None for what looks like nothing. */
export function nearNames(index: NamesIndex, query: string): number[] {
  const asked = squash(query);
  if (asked.length < 4 || hasHan(asked)) return [];
  // Two letters in five may be wrong; the first must be right, or everything looks like something.
  const limit = Math.max(1, Math.floor(asked.length * 0.4));
  const best = new Map<number, number>();
  for (const { target, kind, shown } of index.fields) {
    if (kind === 'slug') continue;
    const name = squash(shown);
    if (name[0] !== asked[0] || Math.abs(name.length - asked.length) > limit) continue;
    const { distance, length } = boundedDistance(asked, name, limit);
    const whole = distance + Math.max(0, name.length - length);
    if (whole <= limit && whole < (best.get(target) ?? Infinity)) best.set(target, whole);
  }
  return [...best]
    .sort((a, b) => a[1] - b[1] || a[0] - b[0])
    .slice(0, SHOWN)
    .map(([target]) => target);
}
