import { readFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';
import type { Catalog } from '../../../src/domain/catalog/model.ts';
import { hasHan, squash } from '../../../src/domain/search/fold.ts';
import { pick, seeded } from './random.ts';

/** A graded query: `first` must hold the first hit, `any` one of the first five, `contains` that the first hit's text has the query. */
export interface GradedQuery {
  kind: string;
  query: string;
  /** Ids with their folder: `projects/moss`. */
  first?: string[];
  any?: string[];
  contains?: boolean;
}

/** Kinds that the names layer alone has to answer. */
export const NAME_KINDS: readonly string[] = ['exact', 'variant', 'zhname', 'pinyin', 'typo', 'homophone', 'slug'];

/** The hand-written queries, graded on the catalogue's ids; those whose answers are not in the catalogue are left out. */
export function writtenQueries(known: ReadonlySet<string>): GradedQuery[] {
  const file = new URL('queries.json', import.meta.url);
  const all = JSON.parse(readFileSync(file, 'utf8')) as GradedQuery[];
  return all.filter(({ first, any }) => {
    const wanted = first ?? any;
    return wanted === undefined || wanted.some((id) => known.has(id));
  });
}

/** One letter wrong, missing, doubled or swapped with its neighbour; digits and the first letter stay. */
function misspell(random: () => number, name: string): string {
  const at = 1 + Math.floor(random() * (name.length - 2));
  if (!/[a-z]/i.test(name[at]!) || !/[a-z]/i.test(name[at + 1]!)) return name;
  const [before, after] = [name.slice(0, at), name.slice(at + 1)];
  switch (Math.floor(random() * 4)) {
    case 0:
      return before + after;
    case 1:
      return before + name[at]! + name[at]! + after;
    case 2:
      return `${before}${after[0]!}${name[at]!}${after.slice(1)}`;
    default:
      return before + pick(random, [...'aeioumnrst']) + after;
  }
}

function vary(random: () => number, name: string): string {
  const forms = [
    name.toUpperCase(),
    name.toLowerCase(),
    name.replace(/[-\s.]+/g, ' '),
    name.replace(/[-\s.]+/g, ''),
    name.replace(/[-\s]+/g, '_'),
    name.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  ];
  return pick(random, forms);
}

/** Characters by how they are read, from the 3,755 most used. */
const alike = new Map<string, string[]>();
for (let row = 0xb0; row <= 0xd7; row++)
  for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) {
    const character = new TextDecoder('gb2312').decode(Uint8Array.of(row, cell));
    const syllable = pinyin(character, { toneType: 'none' });
    alike.set(syllable, [...(alike.get(syllable) ?? []), character]);
  }

/** One character written as another that sounds alike. */
function mishear(random: () => number, name: string): string {
  const characters = [...name];
  const at = Math.floor(random() * characters.length);
  const syllable = pinyin(name, { toneType: 'none', type: 'array' })[at]!;
  const others = (alike.get(syllable) ?? []).filter((character) => character !== characters[at]);
  if (others.length === 0) return name;
  characters[at] = pick(random, others);
  return characters.join('');
}

/** Names that lead to one page and no other, however they are written; a name that two pages share has no right answer. */
function uniqueNames(catalog: Catalog): { id: string; name: string }[] {
  const named = [
    ...catalog.projects.map((item) => ({ ...item, path: `projects/${item.id}` })),
    ...catalog.datasets.map((item) => ({ ...item, path: `datasets/${item.id}` })),
    ...catalog.leaderboards.map((item) => ({ ...item, path: `leaderboards/${item.id}` })),
    ...catalog.organizations.map((item) => ({ ...item, path: `organizations/${item.id}` })),
  ].flatMap(({ path, name, zhName, aliases }) =>
    [name, zhName ?? '', ...aliases]
      .filter((text) => squash(text).length > 2)
      .map((text) => ({ id: path, name: text })),
  );
  const owners = new Map<string, Set<string>>();
  for (const { id, name } of named) owners.set(squash(name), (owners.get(squash(name)) ?? new Set()).add(id));
  return named.filter(({ id, name }) => owners.get(squash(name))!.size === 1 && id.startsWith('projects/'));
}

/** Stretches of running text, as people paste or half remember them. */
function substrings(random: () => number, bodies: readonly string[], count: number): string[] {
  const texts = bodies.map((body) => body.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[#*`>|]/g, ' '));
  const found = new Set<string>();
  for (let tries = 0; found.size < count && tries < count * 50; tries++) {
    const text = pick(random, texts);
    const start = Math.floor(random() * text.length);
    const stretch = text.slice(start, start + 2 + Math.floor(random() * 3));
    if (/^\p{Script=Han}{2,4}$/u.test(stretch)) found.add(stretch);
  }
  return [...found];
}

/** Generates queries from the catalogue's own names and texts; the same seed gives the same queries. */
export function generatedQueries(
  catalog: Catalog,
  bodies: readonly string[],
  seed: number,
  perKind: number,
): GradedQuery[] {
  const random = seeded(seed);
  const names = uniqueNames(catalog);
  const all = [...catalog.projects, ...catalog.organizations, ...catalog.datasets, ...catalog.leaderboards];
  const taken = new Set(all.flatMap((item) => [item.name, item.zhName ?? '', ...item.aliases].map(squash)));
  const some = (kind: string, pool: typeof names, make: (name: string) => string): GradedQuery[] => {
    const queries: GradedQuery[] = [];
    for (let tries = 0; queries.length < perKind && tries < perKind * 20; tries++) {
      const { id, name } = pick(random, pool);
      const query = make(name);
      const isName = taken.has(squash(query));
      // A slip that makes another name is no slip; one that changes nothing is none either.
      const isSlip = kind === 'typo' || kind === 'homophone';
      if (isSlip ? isName || squash(query) === squash(name) : squash(query) === '') continue;
      queries.push({ kind, query, first: [id] });
    }
    return queries;
  };
  const latin = names.filter(({ name }) => !hasHan(name) && squash(name).length > 4);
  const chinese = names.filter(({ name }) => /^\p{Script=Han}{2,6}$/u.test(name));
  const byPinyin = new Map<string, Set<string>>();
  const read = (name: string) => pinyin(name, { toneType: 'none', type: 'array' }).join('');
  for (const { id, name } of chinese) byPinyin.set(read(name), (byPinyin.get(read(name)) ?? new Set()).add(id));
  const readable = chinese.filter(({ name }) => byPinyin.get(read(name))!.size === 1 && !taken.has(read(name)));
  const slugs = catalog.projects.flatMap(({ id, links }) => {
    const repo = links.repo && new URL(links.repo).hostname === 'github.com' ? links.repo : null;
    return repo && links.repoSharedWith.length === 0 ? [{ id: `projects/${id}`, name: repo }] : [];
  });
  const unshared = slugs.filter(({ name }) => slugs.filter((other) => other.name === name).length === 1);
  return [
    ...some('exact', names, (name) => name),
    ...some('variant', latin, (name) => vary(random, name)),
    ...some('zhname', chinese, (name) => name),
    ...some('pinyin', readable, read),
    ...some('typo', latin, (name) => misspell(random, name)),
    ...some('slug', unshared, (url) => pick(random, [url, new URL(url).pathname.slice(1), `${url}.git`])),
    ...some('homophone', readable, (name) => mishear(random, name)),
    ...(bodies.length === 0 ? [] : substrings(random, bodies, perKind)).map((query) => ({
      kind: 'substring',
      query,
      contains: true,
    })),
  ];
}

/** What one query gave. */
export interface Graded {
  query: GradedQuery;
  /** Place of the first right hit, from 1; null where none is among the hits. */
  rank: number | null;
  hits: number;
  /** True where the search itself says that nothing fits well. */
  unsure: boolean;
}

/** Rates of one kind of query. */
export interface Rates {
  n: number;
  first: number;
  three: number;
  mrr: number;
  none: number;
  /** The first hit is wrong and nothing says so. */
  wrong: number;
}

/** Sums up results by kind, and over all. */
export function rates(results: readonly Graded[]): Map<string, Rates> {
  const groups = new Map<string, Graded[]>([['all', [...results]]]);
  for (const result of results) groups.set(result.query.kind, [...(groups.get(result.query.kind) ?? []), result]);
  return new Map(
    [...groups].map(([kind, list]) => {
      const share = (test: (result: Graded) => boolean) => list.filter(test).length / list.length;
      // One of `any` among the first five is as good as the first.
      const best = ({ rank, query }: Graded) => (rank !== null && query.any && rank <= 5 ? 1 : rank);
      return [
        kind,
        {
          n: list.length,
          first: share((result) => best(result) === 1),
          three: share((result) => (best(result) ?? 99) <= 3),
          mrr: list.reduce((sum, result) => sum + (best(result) === null ? 0 : 1 / best(result)!), 0) / list.length,
          none: share(({ hits }) => hits === 0),
          wrong: share((result) => result.hits > 0 && best(result) !== 1 && !result.unsure),
        },
      ];
    }),
  );
}
