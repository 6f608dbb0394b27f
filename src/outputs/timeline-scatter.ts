import { extent, max, range } from 'd3-array';
import { scaleLog } from 'd3-scale';
import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape';
import { shortParameters } from '../domain/format/parameters.ts';
import { placeLabels, type PlacedLabel } from '../domain/timeline/labels.ts';
import type { Milestone } from '../domain/timeline/milestones.ts';
import { placeDate, type Month } from '../domain/timeline/months.ts';
import { bitsOf, WIDTHS as BITS, type MemoryPoint, type SizePoint } from '../domain/timeline/sizes.ts';
import { monthAxis, pixel, WIDTHS, type Tick, type WidthName } from './timeline-axis.ts';

/** A label of a point, as the drawing has it: per cent across plus pixels, pixels down. */
interface PointLabel extends PlacedLabel {
  at: number;
  dx: number;
}

/** An entry in the drawing of sizes: its largest size, a line down to its smallest, and a bar as long as its month where the day is not known. */
interface SizeMark {
  point: SizePoint;
  x: number;
  y: number;
  foot: number;
  /** Half the width of the month, per cent; 0 where the day is known. */
  spread: number;
}

/** Sizes over time. */
export interface SizesDrawing {
  height: number;
  marks: SizeMark[];
  ticks: Tick[];
  years: Tick[];
  labels: Record<WidthName, PointLabel[]>;
}

const HEIGHT = 380;

/** Free space beyond the outermost points, as a factor. */
const MARGIN = 1.4;

/** Graphics memory as cards and servers have it, in GB. */
const CARDS = [4, 8, 16, 24, 48, 80, 160, 320, 640, 1280];

/** Smaller sizes end at the lower edge: a handful, and they would take half of the height. */
const SMALLEST = 1e8;

/** Points worth a name: the milestones, then those that were the largest so far. */
function namedMarks(marks: readonly SizeMark[], milestones: readonly Milestone[]): SizeMark[] {
  const marked = new Set(milestones.map(({ project }) => project.id));
  let record = 0;
  const records = marks.filter(({ point }) => point.largest > record && (record = point.largest) > 0);
  return [...marks.filter(({ point }) => marked.has(point.project.id)), ...records.reverse()].filter(
    (mark, i, all) => all.indexOf(mark) === i,
  );
}

function labelsFor(marks: readonly SizeMark[], named: readonly SizeMark[], width: number): PointLabel[] {
  const toPixels = ({ x, y }: SizeMark) => ({ x: (x / 100) * width, y });
  const anchors = named.map((mark) => ({ ...toPixels(mark), text: mark.point.project.name, mark }));
  const placed = placeLabels(anchors, marks.map(toPixels), { width, height: HEIGHT });
  return placed.map((label) => {
    const { mark } = anchors.find(({ text }) => text === label.text)!;
    return { ...label, at: mark.x, dx: label.x - (mark.x / 100) * width };
  });
}

/** Draws each entry at its release and its largest size, on a logarithmic scale. */
export function sizesDrawing(
  months: readonly Month[],
  points: readonly SizePoint[],
  milestones: readonly Milestone[],
): SizesDrawing {
  const axis = monthAxis(months);
  const top = (max(points, ({ largest }) => largest) ?? SMALLEST) * MARGIN;
  const y = scaleLog([SMALLEST, top], [HEIGHT, 0]).clamp(true);
  const marks = points.map((point) => {
    const { at, exact } = placeDate(point.project.released);
    return {
      point,
      x: axis.x(at),
      y: pixel(y(point.largest)),
      foot: pixel(y(point.smallest)),
      spread: exact ? 0 : axis.step / 2,
    };
  });
  const named = namedMarks(marks, milestones);
  return {
    height: HEIGHT,
    marks,
    ticks: roundValues(y.domain(), [1]).map((value) => ({ at: pixel(y(value)), label: shortParameters(value) })),
    years: axis.years,
    labels: { narrow: labelsFor(marks, named, WIDTHS.narrow), wide: labelsFor(marks, named, WIDTHS.wide) },
  };
}

/** Round values inside a domain, at each power of ten times one of `steps`. */
function roundValues([low = 1, high = 1]: readonly number[], steps: readonly number[]): number[] {
  const exponents = range(Math.floor(Math.log10(low)), Math.ceil(Math.log10(high)) + 1);
  return exponents
    .flatMap((exponent) => steps.map((step) => step * 10 ** exponent))
    .filter((value) => value >= low && value <= high);
}

/** Shapes of the precisions, so that they differ without colour: path around the origin, by bits; 0 for the others. */
export const SHAPES: Record<16 | 8 | 4 | 0, string> = {
  16: shape(symbolCircle),
  8: shape(symbolSquare),
  4: shape(symbolTriangle),
  0: shape(symbolDiamond),
};

function shape(type: typeof symbolCircle): string {
  return symbol(type, 60).digits(1)()!;
}

/** A memory figure as a mark: per cent across, pixels down. */
interface MemoryMark {
  point: MemoryPoint;
  bits: 16 | 8 | 4 | 0;
  x: number;
  y: number;
}

/** What the weights alone take at a width of numbers: a line across the drawing. */
interface WeightLine {
  bits: number;
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** Memory against parameters, both on logarithmic scales. */
export interface MemoryDrawing {
  height: number;
  marks: MemoryMark[];
  /** Ticks across, per cent, and down, pixels. */
  across: Tick[];
  ticks: Tick[];
  lines: WeightLine[];
}

/** Draws each memory figure at its size, with lines for what the weights alone take. */
export function memoryDrawing(points: readonly MemoryPoint[]): MemoryDrawing {
  const x = scaleLog(span(points.map(({ parameters }) => parameters)), [0, 100]);
  const y = scaleLog(span(points.map(({ item }) => item.vramGb)), [HEIGHT, 0]);
  const [low = 1, high = 1] = x.domain();
  const [least = 1, most = 1] = y.domain();
  const lines = BITS.map((bits) => {
    // GB a parameter; the line is cut where it leaves the drawing.
    const each = bits / 8 / 1e9;
    const from = Math.max(low, least / each);
    const to = Math.min(high, most / each);
    return { bits, x1: x(from), y1: pixel(y(from * each)), x2: x(to), y2: pixel(y(to * each)) };
  });
  return {
    height: HEIGHT,
    marks: points.map((point) => ({
      point,
      bits: bitsOf(point.item.precision) ?? 0,
      x: x(point.parameters),
      y: pixel(y(point.item.vramGb)),
    })),
    across: roundValues(x.domain(), [1, 3]).map((value) => ({ at: x(value), label: shortParameters(value) })),
    ticks: CARDS.filter((value) => value >= least && value <= most).map((value) => ({
      at: pixel(y(value)),
      label: String(value),
    })),
    lines,
  };
}

function span(values: readonly number[]): [number, number] {
  const [low, high] = extent(values);
  return [(low ?? 1) / MARGIN, (high ?? 10) * MARGIN];
}
