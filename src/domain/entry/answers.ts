import { HIDDEN_CHARACTERS } from '../format/hidden.ts';

/**
 * What a person said about a project, whichever way it was asked: texts by field path. Fields of one value by their
 * path (`links.repo`), fields of a repeated group with the place of the item (`variants.0.name`), lists as one text
 * ({@link splitList}), the body's sections as `body.<key>`, and the entry's id as `id`. What was not said is left out
 * or empty.
 */
export type Answers = Readonly<Record<string, string>>;

/** Answer to a repeated group as a whole: looked, and there is none. An unanswered group is unknown. */
export const NONE = 'none';

/**
 * Takes out what no reader can see. The checker refuses such characters, and nobody could see what to delete. Where
 * they mean to deceive ({@link reordersText}) a text from strangers is refused instead.
 */
export function visible(text: string): string {
  return text.replace(HIDDEN_CHARACTERS, '');
}

/** Tells whether a text has characters that show it in another order than it is read by programs. */
export function reordersText(text: string): boolean {
  return /[\u202a-\u202e\u2066-\u2069]/.test(text);
}

/** Takes out what cannot be seen, folds line ends and tabs to blanks, and trims. */
export function oneLine(text: string): string {
  return visible(text)
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
}

/**
 * Splits the text of a list: one item a line. A text of one line is split at commas (also Chinese ones and 、), and,
 * where items have no blanks of their own, at blanks.
 */
export function splitList(text: string, itemsHaveBlanks: boolean): string[] {
  const separator = itemsHaveBlanks ? (/[\r\n]/.test(text) ? /[\r\n]+/ : /[,，、;；]/) : /[\s,，、;；]+/;
  return text
    .split(separator)
    .map(oneLine)
    .filter((item) => item !== '');
}

/** Joins items so that {@link splitList} gives them back. */
export function joinList(items: readonly string[]): string {
  const text = items.join('\n');
  return items.length === 1 && /[,，、;；]/.test(text) ? `${text}\n` : text;
}

/** Lists the places of the items that a repeated group has, in order; gaps are left by removed items. */
export function itemPlaces(answers: Answers, group: string): number[] {
  const places = new Set<number>();
  for (const path of Object.keys(answers)) {
    const place = path.startsWith(`${group}.`) ? /^(\d{1,4})\./.exec(path.slice(group.length + 1))?.[1] : undefined;
    if (place !== undefined) places.add(Number(place));
  }
  return [...places].sort((a, b) => a - b);
}
