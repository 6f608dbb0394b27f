import { textWidth } from '../format/text-width.ts';

/** A label to place at a point, in pixels of the drawing. */
export interface Anchor {
  x: number;
  y: number;
  text: string;
}

/** A box in the drawing, in pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Where a label stands: its text begins or ends at `x`, its middle is at `y`. */
export interface PlacedLabel extends Anchor {
  side: 'start' | 'end';
}

/** Size of the letters of labels, in pixels, as the style sheet has it. */
const FONT = 13;
const HEIGHT = 16;
/** Free space between a point and its label. */
const GAP = 7;

/** Estimates how wide a label is drawn, in pixels. */
export function labelWidth(text: string): number {
  return Math.ceil(textWidth(text, FONT));
}

/** The box of a label of which one end is at `x`. */
export function labelBox({ x, y, text, side }: PlacedLabel): Box {
  const width = labelWidth(text);
  const left = side === 'start' ? x : x - width;
  return { left, right: left + width, top: y - HEIGHT / 2, bottom: y + HEIGHT / 2 };
}

/** Tells whether two boxes share any area. */
export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/**
 * Stacks labels above a row of marks, so that none covers another and no leader (a line from a label's start straight
 * down to its mark) runs through a label. Gives the row of each, 0 being the lowest; null where it would reach over the
 * right edge, so that it is left to the list beneath. `x` and `width` are in pixels of the narrowest drawing: in a wider
 * one, where marks stand further apart, all of this still holds.
 */
export function stackLabels(labels: readonly { x: number; text: string }[], width: number): (number | null)[] {
  const rows = new Array<number | null>(labels.length).fill(null);
  const right = labels.map(({ x, text }) => x + labelWidth(text) + GAP);
  // From the right: whatever reaches over a mark further right has to stand above that mark's label.
  const order = labels.map((_, i) => i).sort((a, b) => labels[b]!.x - labels[a]!.x || a - b);
  order.forEach((i, position) => {
    if (right[i]! > width) return;
    const under = order.slice(0, position).filter((k) => labels[k]!.x < right[i]!);
    rows[i] = Math.max(-1, ...under.map((k) => rows[k] ?? -1)) + 1;
  });
  return rows;
}

/** Over more points than this no label is put: nobody could tell whose it is. */
const CROWD = 2;

/** Directions in which a label is tried, as steps from its point: right, left, above, below, and between. */
const TRIES: readonly { dx: number; dy: number; side: PlacedLabel['side'] }[] = [
  { dx: GAP, dy: 0, side: 'start' },
  { dx: -GAP, dy: 0, side: 'end' },
  { dx: GAP, dy: -HEIGHT * 0.75, side: 'start' },
  { dx: -GAP, dy: -HEIGHT * 0.75, side: 'end' },
  { dx: GAP, dy: HEIGHT * 0.75, side: 'start' },
  { dx: -GAP, dy: HEIGHT * 0.75, side: 'end' },
  { dx: 0, dy: -HEIGHT, side: 'start' },
  { dx: 0, dy: HEIGHT, side: 'start' },
];

/**
 * Places labels beside their points, the important ones first: inside the drawing, never over another label, over as
 * few points as can be. A label for which there is no room, or only over a crowd of points, is left out; the list
 * beneath has its name.
 */
export function placeLabels(
  anchors: readonly Anchor[],
  points: readonly { x: number; y: number }[],
  size: { width: number; height: number },
): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const isInside = (box: Box) => box.left >= 0 && box.right <= size.width && box.top >= 0 && box.bottom <= size.height;
  const covered = (box: Box) =>
    points.filter(({ x, y }) => x > box.left - 4 && x < box.right + 4 && y > box.top && y < box.bottom).length;
  for (const { x, y, text } of anchors) {
    const free = TRIES.map(({ dx, dy, side }): PlacedLabel => ({ x: x + dx, y: y + dy, text, side }))
      .map((label) => ({ label, box: labelBox(label) }))
      .filter(({ box }) => isInside(box) && !placed.some((other) => overlaps(box, labelBox(other))))
      .map(({ label, box }) => ({ label, cost: covered(box) }))
      .filter(({ cost }) => cost <= CROWD);
    const best = free.sort((a, b) => a.cost - b.cost)[0];
    if (best) placed.push(best.label);
  }
  return placed;
}
