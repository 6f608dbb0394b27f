/** Folds a text so that its spellings compare equal: width, case, accents, and everything that is no letter or digit. */
export function squash(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Folds running text: like {@link squash}, but a sign other than a blank or hyphen stays as a break, and so does a blank between Chinese characters (one paragraph, one cell ends there), so that nothing is found across it. */
export function squashText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '|')
    .replace(/[\s_\-‐-–·]+/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '|');
}

/** Keeps the point of a number through folding, so that 1.7B is neither 17B nor 7B. */
export function foldSizes(text: string): string {
  return text.replace(/(?<=\d)\.(?=\d)/g, 'p');
}

const HAN = /\p{Script=Han}/u;

/** Tells whether a text has Chinese characters. */
export function hasHan(text: string): boolean {
  return HAN.test(text);
}

type Class = 'han' | 'letter' | 'digit' | 'other';

function classOf(character: string): Class {
  if (HAN.test(character)) return 'han';
  if (/\p{N}/u.test(character)) return 'digit';
  return /\p{L}/u.test(character) ? 'letter' : 'other';
}

/** A squashed text, and where in it a word begins (code-unit positions). */
export interface Folded {
  text: string;
  starts: ReadonlySet<number>;
}

/**
 * Folds a name and marks its word starts: after a separator, where letters turn into digits or Chinese and back,
 * at an inner capital (`ChatGLM` → chat, glm), and at every Chinese character.
 */
export function foldWithStarts(name: string): Folded {
  const starts = new Set<number>();
  let text = '';
  let before: Class = 'other';
  let wasUpper = false;
  for (const character of name.normalize('NFKC')) {
    const kind = classOf(character);
    const isUpper = kind === 'letter' && character !== character.toLowerCase();
    const begins = kind !== 'other' && (kind !== before || kind === 'han' || (isUpper && !wasUpper));
    const folded = squash(character);
    if (begins && folded !== '') starts.add(text.length);
    text += folded;
    before = kind;
    wasUpper = isUpper;
  }
  return { text, starts };
}
