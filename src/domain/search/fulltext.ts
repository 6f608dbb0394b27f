import { hasHan, squash, squashText } from './fold.ts';

/** A page of the full-text index. */
export interface TextPage {
  url: string;
  title: string;
  /** Everything searched: title, other names, summary, text. */
  text: string;
}

/** A page that the index proposes; its text is fetched only to verify it. */
export interface Proposal<Page extends TextPage> {
  id: string;
  load: () => Promise<Page>;
}

/** The part of a full-text engine that is used: pages that may have every token, the likeliest first. */
export type Propose<Page extends TextPage> = (tokens: readonly string[]) => Promise<Proposal<Page>[]>;

/** A page that really has what was typed. */
export interface TextHit<Page extends TextPage> {
  page: Page;
  /** In one piece, as separate words, or only some of the words. */
  fit: 'contiguous' | 'words' | 'some';
  /** What to mark in the page. */
  words: string[];
}

/** How many proposals are read and verified. */
const READ = 30;

/** How many pages a relaxed search shows: they are a help, not an answer. */
const RELAXED = 8;

/** Words that every page has, or that only hold a question together. */
const EMPTY_WORDS = new Set(
  '的 了 吗 呢 上 下 能 可以 会 在 是 有 没有 有没有 哪个 哪些 什么 怎么 如何 一个 个 和 与 或 跑 用 我 想 找 最'.split(
    ' ',
  ),
);

/** Cuts a text into what the index knows: overlapping pairs of Chinese characters, and Latin words and numbers whole. */
export function indexTokens(text: string): string[] {
  const tokens: string[] = [];
  for (const [run] of text
    .normalize('NFKC')
    .toLowerCase()
    .matchAll(/\p{Script=Han}+|[^\s\p{Script=Han}\p{P}\p{S}]+/gu)) {
    const characters = [...run];
    if (!hasHan(run) || characters.length === 1) tokens.push(run);
    else for (let i = 0; i + 1 < characters.length; i++) tokens.push(characters[i]! + characters[i + 1]!);
  }
  return [...new Set(tokens)];
}

/** Splits a query into words: at blanks, and Chinese runs by the segmenter given. */
export function textWords(query: string, segment: (text: string) => Iterable<string>): string[] {
  const words = query
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .flatMap((part) => part.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? [])
    .flatMap((part) => (hasHan(part) ? [...segment(part)] : [part]))
    .filter((word) => squash(word) !== '');
  return [...new Set(words)];
}

async function read<Page extends TextPage>(proposals: readonly Proposal<Page>[]): Promise<Page[]> {
  return Promise.all(proposals.slice(0, READ).map((proposal) => proposal.load()));
}

function occurrences(text: string, word: string): number {
  return word === '' ? 0 : text.split(word).length - 1;
}

/** Pages that have the query in one piece, those with it most often first; then those that have every word. */
async function strict<Page extends TextPage>(propose: Propose<Page>, query: string, words: readonly string[]) {
  // Single characters that a cutter left over say nothing apart: 无 and 双 stand on many pages, 无双 on none.
  const canStandApart = words.every((word) => !hasHan(word) || [...word].length > 1 || EMPTY_WORDS.has(word));
  const whole = squashText(query).replace(/^\||\|$/g, '');
  const tokens = indexTokens(query);
  const pages = await read(await propose(tokens));
  // The pairs across two words need not occur where the words stand apart.
  const apart = words.length > 1 && canStandApart ? await read(await propose(words.flatMap(indexTokens))) : [];
  const seen = new Set<string>();
  const hits: (TextHit<Page> & { rank: number })[] = [];
  for (const page of [...pages, ...apart]) {
    if (seen.has(page.url)) continue;
    seen.add(page.url);
    const text = squashText(page.text);
    const count = occurrences(text, whole);
    const inTitle = squashText(page.title).includes(whole);
    if (count > 0) hits.push({ page, fit: 'contiguous', words: [query.trim()], rank: 1000 * Number(inTitle) + count });
    else if (canStandApart && words.every((word) => text.includes(squash(word))))
      hits.push({ page, fit: 'words', words: [...words], rank: -1 });
  }
  return hits.sort((a, b) => b.rank - a.rank).map(({ page, fit, words: marked }) => ({ page, fit, words: marked }));
}

/** The words that tell pages apart. Single characters that the cutter left of a word it does not know (树, 莓, 派) count as the pairs they make. */
function tellingWords(words: readonly string[]): string[] {
  const telling: string[] = [];
  let single = '';
  for (const word of [...words, '']) {
    const isSingle = hasHan(word) && [...word].length === 1 && !EMPTY_WORDS.has(word);
    if (isSingle && single !== '') telling.push(single + word);
    single = isSingle ? word : '';
    if (!isSingle && word !== '' && !EMPTY_WORDS.has(word)) telling.push(word);
  }
  return [...new Set(telling)];
}

/** The longest run of the query's characters that stands in the text in one piece. */
function longestPiece(query: string, text: string): string {
  for (let length = query.length; length > 1; length--)
    for (let start = 0; start + length <= query.length; start++) {
      const piece = query.slice(start, start + length);
      if (!piece.includes('|') && text.includes(piece)) return piece;
    }
  return '';
}

/** Pages that have some of the words, weighed by how rare each is; used only where no page has all. */
async function relaxed<Page extends TextPage>(
  propose: Propose<Page>,
  words: readonly string[],
): Promise<TextHit<Page>[]> {
  const whole = squashText(words.join(''));
  const telling = tellingWords(words);
  if (telling.length === 0 || words.length < 2) return [];
  const lists = await Promise.all(telling.map((word) => propose(indexTokens(word))));
  const weight = lists.map((list) => (list.length === 0 ? 0 : 1 / Math.log2(2 + list.length)));
  const scores = new Map<string, { proposal: Proposal<Page>; score: number }>();
  lists.forEach((list, i) => {
    for (const proposal of list) {
      const known = scores.get(proposal.id) ?? { proposal, score: 0 };
      scores.set(proposal.id, { proposal, score: known.score + weight[i]! });
    }
  });
  const likely = [...scores.values()].sort((a, b) => b.score - a.score).map(({ proposal }) => proposal);
  const hits = (await read(likely)).map((page) => {
    const text = squashText(page.text);
    const found = telling.filter((word) => text.includes(squash(word)));
    const rarity = found.reduce((sum, word) => sum + weight[telling.indexOf(word)]!, 0);
    // The cutter may cut a name in two (树莓 + 派上): a longer piece in common says more than its parts.
    const piece = longestPiece(whole, text);
    return { page, found: [...new Set([...found, piece])], score: rarity === 0 ? 0 : rarity + 0.3 * [...piece].length };
  });
  const best = Math.max(0, ...hits.map(({ score }) => score));
  return hits
    .filter(({ score }) => score > 0 && score >= best * 0.6)
    .sort((a, b) => b.score - a.score)
    .slice(0, RELAXED)
    .map(({ page, found }) => ({ page, fit: 'some', words: found }));
}

/**
 * Searches the full text. Every hit is verified: it has the query in one piece, or every word of it; where no page
 * has, some pages with the rarer words are given and marked as such. A word that nothing has finds nothing.
 */
export async function searchText<Page extends TextPage>(
  propose: Propose<Page>,
  query: string,
  segment: (text: string) => Iterable<string>,
): Promise<TextHit<Page>[]> {
  if (squash(query) === '') return [];
  const words = textWords(query, segment);
  const hits = await strict(propose, query, words);
  return hits.length > 0 ? hits : relaxed(propose, words);
}
