import type { Why } from './why.ts';

/** Kinds of pages that the names layer leads to, in the order in which equals are shown. */
export const TARGET_KINDS = [
  'project',
  'organization',
  'dataset',
  'leaderboard',
  'guide',
  'category',
  'license',
] as const;

export type TargetKind = (typeof TARGET_KINDS)[number];

/** Words of the interface around results, in the language of the page. */
export interface SearchWords {
  groups: Record<TargetKind | 'text' | 'some' | 'recent' | 'near', string>;
  why: Record<Why['word'], string>;
  /** In the order of the licence verdicts: word and name. */
  verdicts: readonly { id: string; word: string }[];
}

/**
 * The names of everything, as they travel to the browser: columns rather than rows, because alike things next to
 * each other compress well. Row i of every column is target i; targets stand in the order in which equals are shown.
 */
export interface NamesFile {
  /** Address of a page of each of {@link TARGET_KINDS}, with `*` for the id. */
  pages: string[];
  /** A digit a target: its place in {@link TARGET_KINDS}. */
  kinds: string;
  ids: string[];
  titles: string[];
  /** Chinese name, or empty. */
  zhNames: string[];
  /** Other names, joined by `|`. */
  aliases: string[];
  /** Addresses without their host (`THUDM/ChatGLM-6B`), joined by `|`. */
  slugs: string[];
  /** Targets that are its organisations, joined by `,`. */
  organizations: string[];
  /** Place in {@link NamesFile.notes}, in base 36, joined by `,`: what is shown beside the name. */
  noteOf: string[];
  /** Likewise, for words that are searched and not shown: the kind of project, its other categories. */
  hiddenOf: string[];
  /** Texts that {@link NamesFile.noteOf} and {@link NamesFile.hiddenOf} name: categories, kinds, sizes. */
  notes: string[];
  /** A digit a target: its place in the licence verdicts, `-` where none applies. */
  verdicts: string;
  /** Syllables and the characters so read, the characters of the names and their common homophones: `luo骆落洛;tuo驼…`. */
  syllables: string;
  /** Names that are read otherwise than the table's first reading says: target → pinyin, joined by `|`. */
  readings: Record<string, string>;
  /** Interface words that only results need; they travel with the names so that pages stay light. */
  words: SearchWords;
  /** Traditional characters, each followed by its simplified one: `駱骆駝驼`. */
  traditional: string;
}

/** Separates names, slugs and readings of one target. */
export const NAME_SEPARATOR = '|';
