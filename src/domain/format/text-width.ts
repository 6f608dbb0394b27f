/** Widths of characters as shares of the font's size, a little generous: which font a reader has is not known when the page is built. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[⺀-￿]/u, 1],
  [/[mwMW@%]/, 0.86],
  [/[A-Z]/, 0.68],
  [/[iljftr.,:;'|\-() ]/, 0.36],
  [/[0-9]/, 0.57],
];
const OTHER = 0.56;

/** Estimates how wide a text is drawn in a sans-serif font, in the unit of `size`. */
export function textWidth(text: string, size: number): number {
  return [...text].reduce((sum, char) => sum + (WIDTHS.find(([chars]) => chars.test(char))?.[1] ?? OTHER), 0) * size;
}
