import { boundedDistance, lacking, letterMask, repeatedMask } from './distance.ts';
import { foldSizes, hasHan, squash } from './fold.ts';
import { SYLLABLE_START, type FieldKind, type Haystack, type NamesIndex } from './names-index.ts';

/** Why a target was found; the reader is told. */
type MatchKind =
  'exact' | 'prefix' | 'word' | 'part' | 'fact' | 'words' | 'skipped' | 'pinyin' | 'initials' | 'homophone' | 'typo';

/** A target that a query found. */
export interface NameHit {
  /** Place in the index's targets. */
  target: number;
  kind: MatchKind;
  /** The name that fitted, as written. */
  field: string;
  fieldKind: FieldKind;
  /** True where it is the target's organisation that fitted. */
  viaOrganization: boolean;
  /** Smaller is better. */
  score: number;
}

/** What each kind of fit costs; between them there is room for the smaller differences below. */
const COST: Record<MatchKind, number> = {
  exact: 0,
  pinyin: 100,
  prefix: 200,
  word: 300,
  initials: 350,
  fact: 380,
  part: 400,
  words: 450,
  skipped: 500,
  homophone: 600,
  typo: 700,
};

const FIELD_COST: Record<FieldKind, number> = { title: 0, zhName: 1, alias: 2, slug: 4 };

/** An organisation's projects come after what bears the name itself. */
const VIA_ORGANIZATION = 20;

/** From how many letters on a query may be misspelt once, and twice. */
const ONE_TYPO = 4;
const TWO_TYPOS = 8;

/** Pinyin of fewer letters than this would find too much. */
const MIN_PINYIN = 3;
const MIN_INITIALS = 2;

/** How many places a very short query is looked up in; later ones would not be shown. */
const MAX_PLACES = 5000;

interface Found {
  field: number;
  kind: MatchKind;
  /** Small differences within a kind: letters left over, distance. */
  extra: number;
}

/** Finds the line that a place in a text belongs to. */
function lineAt(offsets: readonly number[], place: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsets[middle]! <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

const leftOver = (letters: number) => Math.min(letters, 60);

/** Where the fit is loose, a whole name beats the beginning of another, whichever kind of name it is. */
const unfinished = (letters: number) => (letters === 0 ? 0 : 5 + leftOver(letters));

function scan(haystack: Haystack, query: string, judge: (line: number, place: number, rest: number) => Found | null) {
  const found: Found[] = [];
  const { text, offsets } = haystack;
  let place = text.indexOf(query);
  for (let n = 0; place >= 0 && n < MAX_PLACES; n++) {
    const line = lineAt(offsets, place);
    const end = text.indexOf('\n', place);
    const result = judge(line, place - offsets[line]!, end - offsets[line]! - query.length);
    if (result) found.push(result);
    place = text.indexOf(query, place + 1);
  }
  return found;
}

function scanNames({ names }: NamesIndex, query: string): Found[] {
  const isShort = query.length === 1 && !hasHan(query);
  return scan(names, query, (line, place, rest) => {
    const field = names.fields[line]!;
    const extra = leftOver(rest);
    if (place === 0) return { field, kind: rest === 0 ? 'exact' : 'prefix', extra };
    if (names.starts[names.offsets[line]! + place]) return { field, kind: 'word', extra };
    return isShort ? null : { field, kind: 'part', extra };
  });
}

/** Tells whether a stretch of a spoken name has a syllable in it, rather than Latin letters alone. */
function hasSyllable({ starts }: Haystack, from: number, length: number): boolean {
  for (let i = from; i < from + length; i++) if (starts[i] === SYLLABLE_START) return true;
  return false;
}

/** Latin letters as pinyin: whole names, or syllables of them from the beginning of one. */
function scanPinyin({ pinyin, initials }: NamesIndex, query: string): Found[] {
  if (!/^[a-z0-9]+$/.test(query)) return [];
  const whole =
    query.length < MIN_PINYIN
      ? []
      : scan(pinyin, query, (line, place, rest) => {
          const at = pinyin.offsets[line]! + place;
          if (!pinyin.starts[at] || !hasSyllable(pinyin, at, query.length)) return null;
          return { field: pinyin.fields[line]!, kind: 'pinyin', extra: unfinished(rest) + (place > 0 ? 30 : 0) };
        });
  const short =
    query.length < MIN_INITIALS || query.length > 8
      ? []
      : scan(initials, query, (line, place, rest) =>
          place === 0 && rest <= 4 && hasSyllable(initials, initials.offsets[line]!, query.length)
            ? { field: initials.fields[line]!, kind: 'initials', extra: leftOver(rest) }
            : null,
        );
  return [...whole, ...short];
}

/** Chinese characters written by ear: equal syllables, whatever the characters. */
function scanHomophones(index: NamesIndex, query: string): Found[] {
  const characters = [...query];
  if (characters.length < 2 || !hasHan(query)) return [];
  const found: Found[] = [];
  const readingsOf = (character: string) => index.readings.get(character) ?? [character];
  // Every reading of the first two characters is tried; longer queries are told apart well enough by those.
  let spellings = [''];
  for (const character of characters)
    spellings = spellings.flatMap((start) => readingsOf(character).map((reading) => start + reading)).slice(0, 8);
  for (const spelling of new Set(spellings))
    found.push(
      ...scan(index.pinyin, spelling, (line, place, rest) => {
        const { pinyin } = index;
        const at = pinyin.offsets[line]! + place;
        const end = at + spelling.length;
        const endsWell = pinyin.text[end] === '\n' || pinyin.starts[end] !== 0;
        if (!pinyin.starts[at] || !endsWell) return null;
        return { field: pinyin.fields[line]!, kind: 'homophone', extra: unfinished(rest) + (place > 0 ? 20 : 0) };
      }),
    );
  return found;
}

/** Whole words left out between: `ziya13b` finds "Ziya LLaMA 13B". The last word may be unfinished. */
function skipsWords(text: string, starts: readonly number[], query: string): boolean {
  let reached = 0;
  let words = 0;
  for (let i = 0; i < starts.length && reached < query.length; i++) {
    const word = text.slice(starts[i], starts[i + 1]);
    const rest = query.slice(reached);
    if (rest.startsWith(word)) reached += word.length;
    else if (words > 0 && word.startsWith(rest)) reached = query.length;
    else continue;
    words++;
  }
  return reached === query.length && words > 1;
}

function lineText({ text, offsets }: Haystack, line: number): string {
  const start = offsets[line]!;
  return text.slice(start, text.indexOf('\n', start));
}

function startsOf(haystack: Haystack, line: number, length: number): number[] {
  const offset = haystack.offsets[line]!;
  const starts: number[] = [];
  for (let i = 0; i < length; i++) if (haystack.starts[offset + i]) starts.push(i);
  return starts;
}

function scanSkipped({ names }: NamesIndex, query: string): Found[] {
  if (query.length < 4) return [];
  const found: Found[] = [];
  names.fields.forEach((field, line) => {
    // Most lines are passed over by their first letter, without cutting them out.
    if (names.text[names.offsets[line]!] !== query[0]) return;
    const text = lineText(names, line);
    if (text.length <= query.length) return;
    if (skipsWords(text, startsOf(names, line, text.length), query))
      found.push({ field, kind: 'skipped', extra: leftOver(text.length - query.length) });
  });
  return found;
}

const digitsOf = (text: string) => text.replace(/\D+/g, '');

/** Letters wrong, missing, doubled or swapped: against whole names, and against their words from each start on. */
function scanTypos({ names, wordStarts }: NamesIndex, query: string): Found[] {
  const limit = query.length >= TWO_TYPOS ? 2 : query.length >= ONE_TYPO ? 1 : 0;
  if (limit === 0 || hasHan(query)) return [];
  const digits = digitsOf(query);
  const mask = letterMask(query);
  const required = repeatedMask(query, limit);
  const best = new Map<number, number>();
  wordStarts.masks.forEach((letters, i) => {
    if ((required & ~letters) !== 0 || lacking(mask, letters) > limit) return;
    const line = wordStarts.lines[i]!;
    const start = wordStarts.places[i]!;
    const end = names.text.indexOf('\n', start);
    if (end - start < query.length - limit) return;
    const rest = names.text.slice(start, Math.min(end, start + query.length + limit));
    const { distance, length } = boundedDistance(query, rest, limit);
    // A wrong digit is another model, not a slip of the finger.
    if (distance > limit || digitsOf(rest.slice(0, length)) !== digits) return;
    const isInside = start !== names.offsets[line];
    const extra = distance * 100 + (isInside ? 50 : 0) + unfinished(end - start - length);
    if (extra < (best.get(line) ?? Infinity)) best.set(line, extra);
  });
  return [...best].map(([line, extra]) => ({ field: names.fields[line]!, kind: 'typo', extra }));
}

/** Takes the host and everything after the name off a pasted address: `https://github.com/THUDM/ChatGLM-6B/tree/main` → `THUDM/ChatGLM-6B`. */
export function slugOfAddress(query: string): string | null {
  const match =
    /^(?:https?:\/\/)?(?:www\.)?(?:github\.com|huggingface\.co|hf-mirror\.com|hf\.co|gitee\.com|modelscope\.cn\/models)\/(?:datasets\/|spaces\/)?([^/?#\s]+(?:\/[^/?#\s]+)?)/i.exec(
      query.trim(),
    );
  return match ? match[1]!.replace(/\.git$/i, '') : null;
}

/** Writes a query in simplified characters. */
function simplify(index: NamesIndex, query: string): string {
  return [...query].map((character) => index.simplified.get(character) ?? character).join('');
}

/** Keeps the best fit of each target. */
class Best {
  readonly hits = new Map<number, NameHit>();
  readonly #index: NamesIndex;

  constructor(index: NamesIndex) {
    this.#index = index;
  }

  add({ field: number, kind, extra }: Found): void {
    const field = this.#index.fields[number]!;
    const score = COST[kind] + FIELD_COST[field.kind] + extra;
    this.#offer({
      target: field.target,
      kind,
      field: field.shown,
      fieldKind: field.kind,
      viaOrganization: false,
      score,
    });
  }

  /** Adds the projects of the organisations found so far. */
  addProjects(): void {
    for (const hit of [...this.hits.values()])
      for (const target of this.#index.projectsOf.get(hit.target) ?? [])
        this.#offer({ ...hit, target, viaOrganization: true, score: hit.score + VIA_ORGANIZATION });
  }

  #offer(hit: NameHit): void {
    const known = this.hits.get(hit.target);
    if (!known || hit.score < known.score) this.hits.set(hit.target, hit);
  }
}

function findWhole(index: NamesIndex, query: string): Map<number, NameHit> {
  const best = new Best(index);
  if (query === '') return best.hits;
  for (const found of [...scanNames(index, query), ...scanPinyin(index, query)]) best.add(found);
  if (best.hits.size === 0) for (const found of scanSkipped(index, query)) best.add(found);
  if (best.hits.size === 0) for (const found of scanHomophones(index, query)) best.add(found);
  if (best.hits.size === 0) for (const found of scanTypos(index, query)) best.add(found);
  best.addProjects();
  return best.hits;
}

/** Writes a size in 亿 as the field does: `130亿` → `13b`. Other words stay. */
function inBillions(word: string): string {
  const count = /^(\d+(?:\.\d+)?)亿(?:参数)?$/.exec(word)?.[1];
  return count === undefined ? word : `${Number(count) / 10}b`;
}

/** Finds the projects whose size, category or licence verdict a word names: `7B`, `可商用`. */
function findFacts(index: NamesIndex, asked: string): Map<number, NameHit> {
  const hits = new Map<number, NameHit>();
  const word = squash(foldSizes(inBillions(asked.replace(/\s+/g, ''))));
  if (word.length < 2) return hits;
  const { text, offsets } = index.facts;
  // A Chinese word may be the beginning of one (多模态 of 多模态模型); a size is meant as it stands.
  const wanted = hasHan(word) ? `|${word}` : `|${word}|`;
  for (let place = text.indexOf(wanted); place >= 0; place = text.indexOf(wanted, place + 1)) {
    const target = lineAt(offsets, place);
    const field = index.targets[target]!.title;
    hits.set(target, { target, kind: 'fact', field, fieldKind: 'title', viaOrganization: false, score: COST.fact });
  }
  return hits;
}

/** Finds what every word of the query fits, each by whichever of its names or organisations. */
function findWords(index: NamesIndex, words: readonly string[]): Map<number, NameHit> {
  const [first, ...others] = words.map((word) => {
    const hits = findWhole(index, squash(word));
    for (const [target, hit] of findFacts(index, word)) if (!hits.has(target)) hits.set(target, hit);
    return hits;
  });
  const together = new Map<number, NameHit>();
  for (const [target, hit] of first ?? []) {
    const rest = others.map((hits) => hits.get(target));
    if (rest.some((other) => other === undefined)) continue;
    const all = [hit, ...(rest as NameHit[])];
    const worst = Math.max(...all.map(({ score }) => score));
    const named = all.find(({ viaOrganization }) => !viaOrganization) ?? hit;
    // A word that only fits by ear or with a slip makes the whole no surer than that.
    const score = worst >= COST.homophone ? worst + 60 : COST.words + worst / 10;
    together.set(target, { ...named, kind: 'words', score });
  }
  return together;
}

/** The first word of a name without its number: what the generations of a family have in common. */
const familyOf = (title: string) => /^[^\s\d.-]+/.exec(title)?.[0].toLowerCase() ?? title;

/**
 * Among equals, puts the first of each family before the second of any: whoever asks for a maker or a size sees what
 * there is, rather than five generations of one name. `hits` are sorted.
 */
function spreadFamilies(index: NamesIndex, hits: readonly NameHit[]): NameHit[] {
  const members = new Map<string, number>();
  const ranked = hits.map((hit) => {
    const family = `${hit.score} ${familyOf(index.targets[hit.target]!.title)}`;
    const nth = members.get(family) ?? 0;
    members.set(family, nth + 1);
    return { hit, nth };
  });
  return ranked.sort((a, b) => a.hit.score - b.hit.score || a.nth - b.nth).map(({ hit }) => hit);
}

/**
 * Finds the pages that a query names, the best first: by name, Chinese name, other name, organisation, address;
 * by pinyin and its initials; with words left out; by ear; with a slip of the finger. Equals stand in the index's order,
 * one of each family at a time.
 */
export function findNames(index: NamesIndex, query: string): NameHit[] {
  const asked = simplify(index, (slugOfAddress(query) ?? query).normalize('NFKC'));
  const whole = findWhole(index, squash(asked));
  for (const [target, hit] of findFacts(index, asked)) if (!whole.has(target)) whole.set(target, hit);
  const words = asked.split(/\s+/).filter((word) => squash(word) !== '');
  const parts = words.length > 1 ? findWords(index, words) : new Map<number, NameHit>();
  for (const [target, hit] of parts) {
    const known = whole.get(target);
    if (!known || hit.score < known.score) whole.set(target, hit);
  }
  return spreadFamilies(
    index,
    [...whole.values()].sort((a, b) => a.score - b.score || a.target - b.target),
  );
}
