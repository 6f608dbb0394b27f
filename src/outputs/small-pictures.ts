import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter } from 'd3-shape';
import type { Project } from '../domain/catalog/model.ts';
import { timelineOf } from '../domain/timeline/months.ts';
import { VERDICTS, type Verdict } from '../schema/license.ts';

/** Height of the line of releases, in units of its drawing; a month is one unit wide. */
const HEIGHT = 12;

/** Releases by month as one small shape, and the same in numbers. */
export interface Sparkline {
  path: string;
  width: number;
  height: number;
  first: string;
  last: string;
  /** The month with most releases (the earliest of several), and how many. */
  peak: { month: string; count: number };
}

/** Draws the releases of some entries month by month; null where none is on the axis. */
export function sparkline(projects: readonly Project[]): Sparkline | null {
  const counts = timelineOf(projects).months.map((month) => ({ month: month.month, count: month.projects.length }));
  const most = max(counts, ({ count }) => count) ?? 0;
  const peak = counts.find(({ count }) => count === most);
  if (!peak || most === 0) return null;
  const y = scaleLinear([0, most], [HEIGHT, 0]);
  const shape = area<number>()
    .x((_, i) => i)
    .y0(HEIGHT)
    .y1((count) => y(count))
    .curve(curveStepAfter)
    .digits(1);
  // The last step is drawn by a value after it.
  const path = shape([...counts.map(({ count }) => count), 0])!;
  return { path, width: counts.length, height: HEIGHT, first: counts[0]!.month, last: counts.at(-1)!.month, peak };
}

/** A part of the bar of verdicts: per cent across, and what it stands for. */
export interface Share {
  verdict: Verdict;
  count: number;
  x: number;
  width: number;
}

/** Splits entries by licence verdict, in the order of the verdicts; every verdict is there, nobody's with no width. */
export function verdictShares(verdicts: readonly Verdict[]): Share[] {
  let before = 0;
  return VERDICTS.map((verdict) => {
    const count = verdicts.filter((other) => other === verdict).length;
    const x = (100 * before) / (verdicts.length || 1);
    before += count;
    return { verdict, count, x, width: (100 * count) / (verdicts.length || 1) };
  });
}
