import { evidenceFor } from '../catalog/evidence.ts';
import { latinLang } from '../format/language.ts';
import type { Paths } from '../paths.ts';
import { FIELDS, type CompareField } from './fields.ts';
import type { ComparedEntry, CompareItem, CompareValue, FieldId, GroupId } from './model.ts';
import { isRanked, ranks, type Rank } from './rank.ts';
import type { CompareWords } from './words.ts';

/** A source of an entry, with the number that marks it. */
interface CompareSource {
  number: number;
  url: string;
  title: string;
  /** Day on which it was read, `YYYY-MM-DD`. */
  accessed: string;
}

/** An entry's column. */
export interface CompareColumn {
  id: string;
  name: string;
  lang: 'en' | undefined;
  /** Path of the entry's page. */
  href: string;
  sources: CompareSource[];
}

/** What one entry says of one fact. */
export interface CompareCell {
  /** Whether it is known; `none` and `inapplicable` are answers too. */
  state: 'known' | 'unknown' | 'none' | 'inapplicable';
  /** At least one line; the word for its state where nothing is known. */
  items: readonly CompareItem[];
  /** Numbers of the sources of the whole cell. */
  sources: number[];
  rank: Rank;
  /** The word for its rank; empty without one. */
  rankWord: string;
}

/** A fact of all entries. */
export interface CompareRow {
  id: FieldId;
  label: string;
  /** True where the entries do not all say the same. Unknown differs from known. */
  differs: boolean;
  cells: CompareCell[];
}

/** Rows that belong together. */
export interface CompareGroup {
  id: GroupId;
  title: string;
  rows: CompareRow[];
}

/** Entries side by side. */
export interface CompareTable {
  columns: CompareColumn[];
  groups: CompareGroup[];
  /** How many rows differ, and how many are alike. */
  differing: number;
  alike: number;
}

function columnOf({ project }: ComparedEntry, paths: Paths): CompareColumn {
  return {
    id: project.id,
    name: project.name,
    lang: latinLang(project.name),
    href: paths.project(project.id),
    sources: project.evidence.map(({ url, title, accessed }, i) => ({
      number: i + 1,
      url,
      title: title ?? url,
      accessed,
    })),
  };
}

/** The sources of the facts, each once, in the entry's order; none where nothing is known, or where the lines have their own. */
function sourcesOf(entry: ComparedEntry, field: CompareField, value: CompareValue): number[] {
  if (typeof value === 'string' || value.length === 0) return [];
  if (value.some(({ sources }) => sources !== undefined)) return [];
  const facts = typeof field.facts === 'function' ? field.facts(entry) : field.facts;
  const numbers = facts.flatMap((fact) => evidenceFor(entry.project, fact).map(({ number }) => number));
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function cellOf(entry: ComparedEntry, field: CompareField, rank: Rank, words: CompareWords, paths: Paths): CompareCell {
  const value = field.read(entry, words, paths);
  const state = typeof value === 'string' ? value : value.length > 0 ? 'known' : 'unknown';
  return {
    state,
    items: typeof value === 'string' ? [{ text: words[value] }] : value.length > 0 ? value : [{ text: words.unknown }],
    sources: sourcesOf(entry, field, value),
    rank,
    rankWord: rank === null || !isRanked(field.id) ? '' : words.ranks[field.id][rank],
  };
}

/** What a cell says, so that two that say the same are equal: lists in any order, sources left aside. */
function meaningOf({ state, items }: CompareCell): string {
  return [state, ...items.map(({ text, note = '' }) => JSON.stringify([text, note])).sort()].join('\n');
}

function rowOf(entries: readonly ComparedEntry[], field: CompareField, words: CompareWords, paths: Paths): CompareRow {
  const standing = isRanked(field.id)
    ? ranks(
        field.id,
        entries.map(({ project }) => project),
      )
    : [];
  const cells = entries.map((entry, i) => cellOf(entry, field, standing[i] ?? null, words, paths));
  const differs = new Set(cells.map(meaningOf)).size > 1;
  return { id: field.id, label: words.rows[field.id], differs, cells };
}

/** Rows that ask what no entry can answer, or what none has anything on and few would miss. */
function isWorthShowing(field: CompareField, { cells }: CompareRow): boolean {
  if (cells.every(({ state }) => state === 'inapplicable')) return false;
  return !field.isOptional || cells.some(({ state }) => state === 'known');
}

/** Puts entries side by side, fact by fact, in the words given; addresses from `paths`. The order of the entries is kept. */
export function compareTable(entries: readonly ComparedEntry[], words: CompareWords, paths: Paths): CompareTable {
  const rows = FIELDS.map((field) => ({ field, row: rowOf(entries, field, words, paths) })).filter(({ field, row }) =>
    isWorthShowing(field, row),
  );
  const groupIds = [...new Set(rows.map(({ field }) => field.group))];
  const differing = rows.filter(({ row }) => row.differs).length;
  return {
    columns: entries.map((entry) => columnOf(entry, paths)),
    groups: groupIds.map((id) => ({
      id,
      title: words.groups[id],
      rows: rows.filter(({ field }) => field.group === id).map(({ row }) => row),
    })),
    differing,
    alike: rows.length - differing,
  };
}
