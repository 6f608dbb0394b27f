import { Converter } from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';
import type { Catalog, Project } from '../domain/catalog/model.ts';
import { parameterSpan, shortParameters } from '../domain/format/parameters.ts';
import type { Child } from '../domain/lineage/tree.ts';
import { hasHan, squash } from '../domain/search/fold.ts';
import { NAME_SEPARATOR, TARGET_KINDS, type NamesFile, type TargetKind } from '../domain/search/names-file.ts';
import type { Paths } from '../domain/paths.ts';
import { VERDICTS, type Verdict } from '../schema/license.ts';
import { t } from '../i18n/index.ts';

/** A target before it is taken apart into columns. */
interface Row {
  kind: TargetKind;
  id: string;
  title: string;
  zhName?: string | null | undefined;
  aliases?: readonly string[];
  slugs?: readonly string[];
  organizations?: readonly string[];
  notes?: readonly string[];
  hidden?: readonly string[];
  verdict?: Verdict;
}

/** Hosts whose addresses people paste, and how many leading parts of their paths are not the name. */
const HOSTS: Readonly<Record<string, number>> = {
  'github.com': 0,
  'huggingface.co': 0,
  'gitee.com': 0,
  'modelscope.cn': 1,
  'www.modelscope.cn': 1,
};

/** How many weights pages are searched by their address; the names of further sizes are aliases if people use them. */
const MAX_WEIGHTS = 4;

/** Takes the owner and name out of an address, or the owner alone where there is no more. */
function slug(address: string): string | null {
  const url = new URL(address);
  const skip = HOSTS[url.hostname];
  if (skip === undefined) return null;
  const parts = url.pathname
    .split('/')
    .filter((part) => part !== '' && part !== 'datasets' && part !== 'spaces')
    .slice(skip, skip + 2);
  return parts.length === 0 ? null : parts.join('/');
}

function slugs(addresses: readonly (string | null | undefined)[]): string[] {
  return addresses.flatMap((address) => (address ? (slug(address) ?? []) : []));
}

/** Leaves out names that fold to one that is already there. */
function distinct(names: readonly string[], taken: readonly string[]): string[] {
  const seen = new Set(taken.map(squash));
  return names.filter((name) => {
    const folded = squash(name);
    if (folded === '' || seen.has(folded)) return false;
    seen.add(folded);
    return true;
  });
}

/** Orders projects as a reader who typed little would want them: those that most were made from first, then the newest. */
function byWeight(projects: readonly Project[], children: (id: string) => readonly Child[]): Project[] {
  const weight = ({ id }: Project) => children(id).length;
  return [...projects].sort(
    (a, b) =>
      weight(b) - weight(a) || (b.released ?? '').localeCompare(a.released ?? '', 'en') || (a.id < b.id ? -1 : 1),
  );
}

function rowsOf(catalog: Catalog, verdict: (id: string) => Verdict, children: (id: string) => readonly Child[]): Row[] {
  const countsOf = ({ variants }: Project) =>
    (variants ?? []).map((variant) => variant.parameters).filter((count) => count !== null);
  const resource = (kind: TargetKind, word: string) => (entry: Omit<Row, 'kind' | 'title'> & { name: string }) => ({
    ...entry,
    kind,
    title: entry.name,
    notes: [word],
  });
  return [
    ...byWeight(catalog.projects, children).map((project): Row => {
      const { links } = project;
      const category = catalog.categoryById.get(project.categories[0] ?? '')?.name;
      return {
        kind: 'project',
        id: project.id,
        title: project.name,
        zhName: project.zhName,
        aliases: project.aliases,
        slugs: slugs([links.repo, ...links.movedFrom, ...links.weights.slice(0, MAX_WEIGHTS)]),
        organizations: project.organizations,
        notes: [category ?? '', parameterSpan(countsOf(project))].filter(Boolean),
        hidden: [
          t.kind[project.kind],
          ...new Set(countsOf(project).map(shortParameters)),
          ...project.categories.slice(1).map((id) => catalog.categoryById.get(id)?.name ?? id),
        ],
        verdict: verdict(project.id),
      };
    }),
    ...catalog.organizations.map(({ id, name, zhName, aliases, github, kind }) => ({
      kind: 'organization' as const,
      id,
      title: name,
      zhName,
      aliases,
      slugs: slugs([github]),
      notes: [t.organizationKind[kind]],
    })),
    ...catalog.datasets.map((dataset) => ({
      ...resource('dataset', t.dataset.kind[dataset.kind])(dataset),
      slugs: slugs([dataset.links.data, dataset.links.repo]),
    })),
    ...catalog.leaderboards.map((board) => ({
      ...resource('leaderboard', t.leaderboard.method[board.method])(board),
      slugs: slugs([board.links.repo]),
    })),
    ...catalog.guides.map(resource('guide', t.guide.title)),
    ...catalog.categories.map(({ id, name }) => ({
      kind: 'category' as const,
      id,
      title: name,
      notes: [t.category.title],
    })),
    ...catalog.licenses.map(({ id, name, commercialUse }) => ({
      kind: 'license' as const,
      id,
      title: name,
      notes: [t.license.title],
      verdict: commercialUse,
    })),
  ];
}

/** The 3,755 most used characters: level 1 of GB 2312-80, rows 16–55, as the encoding itself lists them. */
function commonCharacters(): string[] {
  const decoder = new TextDecoder('gb2312');
  const characters: string[] = [];
  for (let row = 0xb0; row <= 0xd7; row++)
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++)
      characters.push(decoder.decode(Uint8Array.of(row, cell)));
  return characters;
}

const syllablesOf = (text: string) => pinyin(text, { toneType: 'none', type: 'array', v: true });

/** How the characters of the names are read, with the common characters that sound alike. */
function syllableTable(names: readonly string[]): { table: string; primary: Map<string, string> } {
  const primary = new Map<string, string>();
  for (const character of names.join('')) {
    if (hasHan(character) && !primary.has(character)) primary.set(character, syllablesOf(character)[0]!);
  }
  const groups = new Map<string, string[]>();
  for (const [character, syllable] of primary) groups.set(syllable, [...(groups.get(syllable) ?? []), character]);
  for (const character of commonCharacters()) {
    const group = groups.get(syllablesOf(character)[0]!);
    if (group && !primary.has(character)) group.push(character);
  }
  const table = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([syllable, characters]) => `${syllable}${characters.join('')}`)
    .join(';');
  return { table, primary };
}

/** How a name is read in its context, where that differs from reading its characters one by one; null where not. */
function otherReading(name: string, primary: ReadonlyMap<string, string>): string | null {
  const characters = [...squash(name)];
  const read = syllablesOf(characters.join(''));
  if (read.length !== characters.length) return null;
  const plain = characters.map((character) => primary.get(character) ?? character);
  return read.some((syllable, i) => hasHan(characters[i]!) && syllable !== plain[i]) ? read.join(' ') : null;
}

/** Traditional forms of the characters in the names, for queries written that way. */
function traditionalPairs(names: readonly string[]): string {
  const converters = [Converter({ from: 'cn', to: 't' }), Converter({ from: 'cn', to: 'tw' })];
  const pairs = new Map<string, string>();
  for (const character of new Set(names.join('')))
    if (hasHan(character))
      for (const convert of converters) {
        const form = convert(character);
        if (form !== character && [...form].length === 1) pairs.set(form, character);
      }
  return [...pairs].map(([traditional, simplified]) => traditional + simplified).join('');
}

/** Builds the names layer's file. Runs at build time alone: pinyin and traditional forms are worked out here. */
export function namesFile(
  catalog: Catalog,
  verdict: (id: string) => Verdict,
  children: (id: string) => readonly Child[],
  paths: Paths,
): NamesFile {
  const rows = rowsOf(catalog, verdict, children);
  const organizationAt = new Map(rows.flatMap(({ kind, id }, i) => (kind === 'organization' ? [[id, i]] : [])));
  const notes = [...new Set(rows.flatMap((row) => [...(row.notes ?? []), ...(row.hidden ?? [])]))];
  const places = (texts: readonly string[] = []) => texts.map((text) => notes.indexOf(text).toString(36)).join(',');
  const spokenNames = rows.map(({ title, zhName, aliases = [] }) => [title, zhName ?? '', ...aliases].filter(hasHan));
  const { table, primary } = syllableTable(spokenNames.flat());
  const readings: Record<string, string> = {};
  spokenNames.forEach((names, i) => {
    const others = names.flatMap((name) => otherReading(name, primary) ?? []);
    if (others.length > 0) readings[i] = others.join(NAME_SEPARATOR);
  });
  return {
    pages: TARGET_KINDS.map((kind) => paths[kind]('*')),
    kinds: rows.map(({ kind }) => TARGET_KINDS.indexOf(kind)).join(''),
    ids: rows.map(({ id }) => id),
    titles: rows.map(({ title }) => title),
    zhNames: rows.map(({ title, zhName }) => (zhName && squash(zhName) !== squash(title) ? zhName : '')),
    aliases: rows.map(({ id, title, zhName, aliases = [] }) =>
      distinct(aliases, [id, title, zhName ?? '']).join(NAME_SEPARATOR),
    ),
    slugs: rows.map(({ slugs: own = [] }) => distinct(own, []).join(NAME_SEPARATOR)),
    organizations: rows.map(({ organizations = [] }) =>
      organizations.flatMap((id) => organizationAt.get(id) ?? []).join(','),
    ),
    noteOf: rows.map((row) => places(row.notes)),
    hiddenOf: rows.map((row) => places(row.hidden)),
    notes,
    verdicts: rows.map((row) => (row.verdict ? VERDICTS.indexOf(row.verdict) : '-')).join(''),
    syllables: table,
    readings,
    words: {
      groups: t.search.groups,
      why: t.search.why,
      verdicts: VERDICTS.map((id) => ({ id, word: t.verdict[id] })),
    },
    traditional: traditionalPairs(spokenNames.flat()),
  };
}
