import { letterMask } from './distance.ts';
import { foldSizes, foldWithStarts, hasHan, squash, squashText } from './fold.ts';
import { NAME_SEPARATOR, TARGET_KINDS, type NamesFile, type SearchWords, type TargetKind } from './names-file.ts';

/** What a field of a target is; it decides between equal matches and tells the reader why. */
export type FieldKind = 'title' | 'zhName' | 'alias' | 'slug';

/** A name of a target. */
interface NameField {
  target: number;
  kind: FieldKind;
  /** As written. */
  shown: string;
}

/** A page that a name leads to. */
export interface Target {
  kind: TargetKind;
  id: string;
  title: string;
  zhName: string;
  /** Categories and sizes, as shown beside the name. */
  notes: string[];
  /** Place in the licence verdicts; null where none applies. */
  verdict: number | null;
  /** Numbers of the targets that are its organisations. */
  organizations: number[];
}

/** Marks in {@link Haystack.starts}: a word begins, a Chinese character's syllable begins. */
const WORD_START = 1;
export const SYLLABLE_START = 2;

/**
 * Many folded texts in one string, each between line breaks, so that one native scan finds a query in all of them.
 * `fields[i]` is the field that line i belongs to.
 */
export interface Haystack {
  text: string;
  /** Where each line begins. */
  offsets: number[];
  fields: number[];
  /** {@link WORD_START} or {@link SYLLABLE_START} where a word begins, 0 elsewhere. */
  starts: Uint8Array;
}

/** The names layer, ready to be asked. */
export interface NamesIndex {
  /** See {@link NamesFile.pages}. */
  pages: readonly string[];
  words: SearchWords;
  targets: Target[];
  fields: NameField[];
  /** Folded names. */
  names: Haystack;
  wordStarts: WordStarts;
  /** Names with Chinese characters, by their pinyin; a word begins at every syllable. */
  pinyin: Haystack;
  /** The same names by the first letters of their syllables. */
  initials: Haystack;
  /**
   * Notes, kind and verdict of each project, folded, between bars, a line a target: a word of the query may name
   * them. Other pages have an empty line.
   */
  facts: { text: string; offsets: number[] };
  /** Possible readings of a Chinese character. */
  readings: ReadonlyMap<string, readonly string[]>;
  /** Traditional → simplified. */
  simplified: ReadonlyMap<string, string>;
  /** For each organisation's target, the targets of its projects. */
  projectsOf: ReadonlyMap<number, readonly number[]>;
}

/**
 * Every word start of the names with the letters that follow it, as bits: a misspelt query lacks at most as many of
 * its letters there as it has slips, so that nearly all starts are passed over with one look.
 */
interface WordStarts {
  /** Line of the haystack. */
  lines: Int32Array;
  /** Place in the haystack's text. */
  places: Int32Array;
  /** Letters from there to the end of the line, see {@link letterMask}. */
  masks: Int32Array;
}

function wordStarts({ text, offsets, starts }: Haystack): WordStarts {
  const lines: number[] = [];
  const places: number[] = [];
  const masks: number[] = [];
  offsets.forEach((offset, line) => {
    const end = text.indexOf('\n', offset);
    let mask = 0;
    for (let place = end - 1; place >= offset; place--) {
      mask |= letterMask(text[place]!);
      if (place !== offset && starts[place] === 0) continue;
      lines.push(line);
      places.push(place);
      masks.push(mask);
    }
  });
  return { lines: Int32Array.from(lines), places: Int32Array.from(places), masks: Int32Array.from(masks) };
}

interface Line {
  field: number;
  text: string;
  starts: Iterable<number>;
  /** Starts that are a Chinese character's syllable. */
  syllables?: ReadonlySet<number>;
}

function haystackOf(lines: readonly Line[]): Haystack {
  const offsets: number[] = [];
  let length = 1;
  for (const { text } of lines) {
    offsets.push(length);
    length += text.length + 1;
  }
  const starts = new Uint8Array(length);
  lines.forEach((line, i) => {
    for (const start of line.starts)
      starts[offsets[i]! + start] = line.syllables?.has(start) ? SYLLABLE_START : WORD_START;
  });
  const text = `\n${lines.map((line) => `${line.text}\n`).join('')}`;
  return { text, offsets, fields: lines.map(({ field }) => field), starts };
}

/** Reads the table of syllables: `luo骆落;tuo驼` → 骆 → [luo]. */
function parseSyllables(table: string): Map<string, string[]> {
  const readings = new Map<string, string[]>();
  for (const group of table.split(';')) {
    const syllable = /^[a-z]+/.exec(group)?.[0];
    if (!syllable) continue;
    for (const character of group.slice(syllable.length))
      readings.set(character, [...(readings.get(character) ?? []), syllable]);
  }
  return readings;
}

/** What is said for one character of a name. */
interface Part {
  text: string;
  isSyllable: boolean;
}

/** Splits a name into what is said: a syllable for each Chinese character, everything else letter by letter. */
function spoken(name: string, readings: readonly (string | undefined)[]): Part[] {
  return [...squash(name)].map((character, i) => ({ text: readings[i] ?? character, isSyllable: hasHan(character) }));
}

function spokenLine(field: number, parts: readonly Part[], pick: (text: string) => string): Line {
  const starts: number[] = [];
  const syllables = new Set<number>();
  let text = '';
  for (const part of parts) {
    starts.push(text.length);
    if (part.isSyllable) syllables.add(text.length);
    text += pick(part.text);
  }
  return { field, text, starts, syllables };
}

const places = (text: string | undefined, radix = 36) => (text ? text.split(',').map((n) => parseInt(n, radix)) : []);

const list = (text: string | undefined) => (text ? text.split(NAME_SEPARATOR) : []);

function fieldsOf(file: NamesFile): NameField[] {
  return file.ids.flatMap((id, target) => {
    const title = file.titles[target]!;
    const zhName = file.zhNames[target];
    return [
      { target, kind: 'title' as const, shown: title },
      ...(zhName ? [{ target, kind: 'zhName' as const, shown: zhName }] : []),
      ...list(file.aliases[target]).map((shown) => ({ target, kind: 'alias' as const, shown })),
      ...(squash(id) === squash(title) ? [] : [{ target, kind: 'slug' as const, shown: id }]),
      ...list(file.slugs[target]).map((shown) => ({ target, kind: 'slug' as const, shown })),
    ];
  });
}

/** Folds what a word of a query may name of a project besides its names. */
function factLines(file: NamesFile, targets: readonly Target[]): NamesIndex['facts'] {
  const offsets: number[] = [];
  let text = '';
  targets.forEach(({ kind, notes, verdict }, i) => {
    offsets.push(text.length);
    const hidden = places(file.hiddenOf[i]).map((n) => file.notes[n]!);
    const words = [...notes, ...hidden, verdict === null ? '' : file.words.verdicts[verdict]!.word];
    // A span of sizes (7B–65B) is found by either end.
    text += kind === 'project' ? `|${squashText(foldSizes(words.join('|').replaceAll('–', '|')))}|\n` : '\n';
  });
  return { text, offsets };
}

/** Turns the file into an index: folds every name once, so that a keystroke only looks. */
export function createNamesIndex(file: NamesFile): NamesIndex {
  const readings = parseSyllables(file.syllables);
  const targets = file.ids.map((id, i): Target => {
    const notes = places(file.noteOf[i]).map((n) => file.notes[n]!);
    const verdict = file.verdicts[i] === '-' ? null : Number(file.verdicts[i]);
    return {
      kind: TARGET_KINDS[Number(file.kinds[i])]!,
      id,
      title: file.titles[i]!,
      zhName: file.zhNames[i]!,
      notes,
      verdict,
      organizations: places(file.organizations[i], 10),
    };
  });
  const projectsOf = new Map<number, number[]>();
  targets.forEach(({ organizations }, i) => {
    for (const organization of organizations)
      projectsOf.set(organization, [...(projectsOf.get(organization) ?? []), i]);
  });
  const fields = fieldsOf(file);
  const names = fields.map(({ shown }, field) => ({ field, ...foldWithStarts(shown) }));
  const chinese = fields.flatMap(({ shown, kind, target }, field) => {
    if (!hasHan(shown)) return [];
    const plain = [...squash(shown)].map((character) => readings.get(character)?.[0]);
    // A reading in context has a syllable a character, so that its length tells which of the names it reads.
    const others = kind === 'slug' ? [] : list(file.readings[target]).map((reading) => reading.split(' '));
    return [plain, ...others.filter(({ length }) => length === plain.length)].map((reading) => ({
      field,
      parts: spoken(shown, reading),
    }));
  });
  const haystack = haystackOf(names);
  return {
    pages: file.pages,
    words: file.words,
    targets,
    fields,
    names: haystack,
    wordStarts: wordStarts(haystack),
    facts: factLines(file, targets),
    pinyin: haystackOf(chinese.map(({ field, parts }) => spokenLine(field, parts, (text) => text))),
    initials: haystackOf(chinese.map(({ field, parts }) => spokenLine(field, parts, (text) => text[0] ?? ''))),
    readings,
    simplified: new Map([...file.traditional.matchAll(/(.)(.)/gu)].map((match) => [match[1]!, match[2]!])),
    projectsOf,
  };
}
