/** The sizes that the buttons go through; 1 is the size that a figure is drawn for. */
const SIZES = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3];

/** The next larger (`direction` 1) or smaller (-1) size after this one; the last stays. */
export function nextSize(size: number, direction: 1 | -1): number {
  const next =
    direction > 0 ? SIZES.find((other) => other > size + 0.01) : SIZES.findLast((other) => other < size - 0.01);
  return next ?? withinSizes(size);
}

/** Keeps a size that a gesture gave within the smallest and the largest. */
export function withinSizes(size: number): number {
  return Math.min(SIZES.at(-1)!, Math.max(SIZES[0]!, size));
}

/**
 * Where to scroll so that what lies under a point stays there: `offset` is the point's distance from the edge of
 * what is seen, `scroll` what is scrolled now, both in pixels; sizes before and after.
 */
export function scrollAround(scroll: number, offset: number, before: number, after: number): number {
  return ((scroll + offset) * after) / before - offset;
}
