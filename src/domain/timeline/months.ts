import { compareNames } from '../catalog/build.ts';
import { isReal } from '../catalog/kinds.ts';
import type { Project } from '../catalog/model.ts';

/** The day that the timeline begins with, ChatGPT's own, and the announcement that says so (read in a stored copy). */
export const BEGINNING = {
  day: '2022-11-30',
  source: 'https://openai.com/index/chatgpt/',
  accessed: '2026-11-24',
} as const;

const FIRST_MONTH = BEGINNING.day.slice(0, 7);

/** Days of a month, `YYYY-MM`, in the Gregorian calendar. */
function daysIn(month: string): number {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

/** Counts months from the timeline's first to the one given (`YYYY-MM` or `YYYY-MM-DD`); negative before it. */
export function monthIndex(date: string): number {
  const [year, month] = date.split('-').map(Number) as [number, number];
  const [firstYear, firstMonth] = FIRST_MONTH.split('-').map(Number) as [number, number];
  return (year - firstYear) * 12 + month - firstMonth;
}

/** A date on the timeline's axis. */
export interface Placed {
  /** In months from the start of the first month: the middle of the day, or of the month where the day is not known. */
  at: number;
  /** False where only the month is known, so that the mark stands for the whole month. */
  exact: boolean;
}

/** Places a date, `YYYY-MM-DD` or `YYYY-MM`, on the axis. */
export function placeDate(date: string): Placed {
  const month = monthIndex(date);
  if (date.length === 7) return { at: month + 0.5, exact: false };
  return { at: month + (Number(date.slice(8)) - 0.5) / daysIn(date.slice(0, 7)), exact: true };
}

/** The releases of one month, by date, then by name; those without a day come first. */
export interface Month {
  /** `YYYY-MM`. */
  month: string;
  projects: Dated[];
}

/** An entry whose release is known at least to the month. */
export type Dated = Project & { released: string };

/** All releases, none left out: on the axis, before it, or without a date. */
export interface Timeline {
  /** Every month from the first to the last that has a release, empty ones too. */
  months: Month[];
  /** Released before the first month, oldest first. */
  earlier: Dated[];
  undated: Project[];
}

const byDate = (a: Dated, b: Dated) =>
  a.released === b.released ? compareNames(a.name, b.name) : a.released < b.released ? -1 : 1;

function monthName(index: number): string {
  const [year, month] = FIRST_MONTH.split('-').map(Number) as [number, number];
  const count = year * 12 + month - 1 + index;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** Sorts entries into months by their first release. What never existed is left out. */
export function timelineOf(projects: readonly Project[]): Timeline {
  const real = projects.filter(isReal);
  const dated = real.filter((project): project is Dated => project.released !== null).sort(byDate);
  const shown = dated.filter(({ released }) => monthIndex(released) >= 0);
  const last = Math.max(-1, ...shown.map(({ released }) => monthIndex(released)));
  return {
    months: Array.from({ length: last + 1 }, (_, i) => {
      const month = monthName(i);
      return { month, projects: shown.filter(({ released }) => released.startsWith(month)) };
    }),
    earlier: dated.filter(({ released }) => monthIndex(released) < 0),
    undated: real.filter(({ released }) => released === null),
  };
}
