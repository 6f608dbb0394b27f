/** Where a row of a tree stands: its top left corner and its measures, in the drawing's units. */
export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Path of a bow from one row to another, besides the lines of the tree: from the end of a row to the beginning of one
 * to its right, else around the ends of both.
 */
export function bow(from: Place, to: Place): string {
  const middle = ({ y, height }: Place) => y + height / 2;
  const end = ({ x, width }: Place) => x + width;
  const isRight = to.x > end(from);
  const [x1, x2] = [end(from), isRight ? to.x : end(to)];
  const [y1, y2] = [middle(from), middle(to)];
  const out = isRight ? (x2 - x1) / 2 : 24 + Math.abs(y2 - y1) / 8;
  return `M${x1} ${y1}C${x1 + out} ${y1} ${isRight ? x2 - out : Math.max(x1, x2) + out} ${y2} ${x2} ${y2}`;
}
