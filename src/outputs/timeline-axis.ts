import { scaleLinear } from 'd3-scale';
import type { Month } from '../domain/timeline/months.ts';

/**
 * Widths that labels are laid out for, in pixels: the narrowest drawing on a phone (a window of 320), and from 52rem on.
 * Places across are percentages, so a drawing widens with the window and its letters keep their size.
 */
export const WIDTHS = { narrow: 224, wide: 704 } as const;

export type WidthName = keyof typeof WIDTHS;

/** Writes a place across as the drawing has it: per cent, two decimals. */
export function percent(value: number): string {
  return `${Number(value.toFixed(2))}%`;
}

/** Pixels with one decimal: finer is not seen and only weighs. */
export function pixel(value: number): number {
  return Number(value.toFixed(1));
}

/** A tick of an axis: per cent across, or pixels down. */
export interface Tick {
  at: number;
  label: string;
}

/** The axis of months: from months since the first to per cent across. */
export interface MonthAxis {
  x: (months: number) => number;
  /** Width of a month, per cent. */
  step: number;
  /** The beginnings of the years. */
  years: Tick[];
}

/** Builds the axis for the months given. */
export function monthAxis(months: readonly Month[]): MonthAxis {
  const x = scaleLinear([0, months.length], [0, 100]);
  return {
    x,
    step: x(1) - x(0),
    years: months.flatMap(({ month }, i) => (month.endsWith('-01') ? [{ at: x(i), label: month.slice(0, 4) }] : [])),
  };
}
