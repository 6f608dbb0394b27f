import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { Category } from '../domain/catalog/model.ts';
import { stackLabels } from '../domain/timeline/labels.ts';
import type { Milestone } from '../domain/timeline/milestones.ts';
import { placeDate, type Dated, type Month } from '../domain/timeline/months.ts';
import { monthAxis, pixel, WIDTHS, type Tick, type WidthName } from './timeline-axis.ts';

/** A month's bar: per cent across, pixels down. */
interface Bar {
  month: string;
  count: number;
  x: number;
  width: number;
  y: number;
  height: number;
}

/** A milestone's name above the bars, with a line down to its bar. Pixels from the top of the flags' own drawing. */
interface Flag {
  milestone: Milestone;
  x: number;
  /** Middle of the text. */
  y: number;
  /** Lower end of the line; below the flags' drawing, on the bars'. */
  foot: number;
}

/** The flags laid out for a width. */
interface FlagsDrawing {
  height: number;
  flags: Flag[];
}

/** Releases by month, milestones above. */
export interface MonthsDrawing {
  height: number;
  bars: Bar[];
  ticks: Tick[];
  years: Tick[];
  /** Flags for each width; those without room are only in the list. */
  flags: Record<WidthName, FlagsDrawing>;
}

const BAR_HEIGHT = 150;
const ROW = 18;
/** Share of a month that its bar takes. */
const FILL = 0.8;

/** Stacks the milestones' names above the bars for one width. */
function flagsDrawing(
  milestones: readonly Milestone[],
  bars: readonly Bar[],
  x: (months: number) => number,
  width: number,
): FlagsDrawing {
  const places = milestones.map((milestone) => ({ milestone, at: placeDate(milestone.project.released).at }));
  const rows = stackLabels(
    places.map(({ milestone, at }) => ({ x: (x(at) / 100) * width, text: milestone.project.name })),
    width,
  );
  const height = Math.max(0, ...rows.map((row) => (row ?? -1) + 1)) * ROW;
  const flags = places.flatMap(({ milestone, at }, i) => {
    const row = rows[i] ?? null;
    if (row === null) return [];
    return [{ milestone, x: x(at), y: height - (row + 0.5) * ROW, foot: height + bars[Math.floor(at)]!.y }];
  });
  return { height, flags };
}

/** Draws the months as bars; the flags are laid out for each width. */
export function monthsDrawing(months: readonly Month[], milestones: readonly Milestone[]): MonthsDrawing {
  const axis = monthAxis(months);
  const y = scaleLinear([0, max(months, ({ projects }) => projects.length) ?? 0], [BAR_HEIGHT, 0]).nice(4);
  const bars = months.map(({ month, projects }, i) => ({
    month,
    count: projects.length,
    x: axis.x(i) + (axis.step * (1 - FILL)) / 2,
    width: axis.step * FILL,
    y: pixel(y(projects.length)),
    height: pixel(BAR_HEIGHT - y(projects.length)),
  }));
  return {
    height: BAR_HEIGHT,
    bars,
    ticks: y.ticks(4).map((value) => ({ at: pixel(y(value)), label: String(value) })),
    years: axis.years,
    flags: {
      narrow: flagsDrawing(milestones, bars, axis.x, WIDTHS.narrow),
      wide: flagsDrawing(milestones, bars, axis.x, WIDTHS.wide),
    },
  };
}

/** An entry as a dot: per cent across, pixels down. */
interface Dot {
  project: Dated;
  x: number;
  y: number;
}

/** A category's row of dots. */
interface Lane {
  category: Category;
  projects: Dated[];
  /** Middle of its name, and the line that its dots stand on, in pixels. */
  title: number;
  floor: number;
  dots: Dot[];
}

/** Releases by category: a row each, a dot an entry, piled up month by month. */
export interface LanesDrawing {
  height: number;
  lanes: Lane[];
  years: Tick[];
}

const DOT = 7;
const TITLE = 24;
const LANE_GAP = 10;

/** Draws the categories below each other. An entry stands with its first category. */
export function lanesDrawing(months: readonly Month[], categories: readonly Category[]): LanesDrawing {
  const axis = monthAxis(months);
  let top = 0;
  const lanes = categories.flatMap((category): Lane[] => {
    const own = months.map(({ projects }) => projects.filter(({ categories: [first] }) => first === category.id));
    const highest = max(own, (projects) => projects.length) ?? 0;
    if (highest === 0) return [];
    const floor = top + TITLE + highest * DOT;
    const dots = own.flatMap((projects, i) =>
      projects.map((project, n) => ({ project, x: axis.x(i + 0.5), y: floor - (n + 0.5) * DOT })),
    );
    const lane = { category, projects: own.flat(), title: top + TITLE / 2, floor, dots };
    top = floor + LANE_GAP;
    return [lane];
  });
  return { height: top, lanes, years: axis.years };
}
