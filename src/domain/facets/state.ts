import { squash } from '../search/fold.ts';

/** What a reader has chosen on a list: words typed, one value a facet, an order. */
export interface ListState {
  words: string;
  chosen: Readonly<Record<string, string>>;
  sort: string;
}

/** The orders of a list; the first is used where none is named. */
export const SORTS = ['name', 'released', 'parameters', 'changed'] as const;

type Sort = (typeof SORTS)[number];

/** Reads the state of a list from a URL's query. Facets and orders that do not exist are dropped. */
export function parseListState(query: string, facetIds: readonly string[]): ListState {
  const params = new URLSearchParams(query);
  const chosen: Record<string, string> = {};
  for (const id of facetIds) {
    const value = params.get(id);
    if (value) chosen[id] = value;
  }
  const sort = params.get('sort') ?? '';
  return {
    words: params.get('q')?.trim() ?? '',
    chosen,
    sort: (SORTS as readonly string[]).includes(sort) ? sort : SORTS[0],
  };
}

/** Writes the state of a list as a URL's query, `?` included; empty where everything is as it comes. */
export function serializeListState(state: ListState, facetIds: readonly string[]): string {
  const params = new URLSearchParams();
  if (state.words) params.set('q', state.words);
  for (const id of facetIds) if (state.chosen[id]) params.set(id, state.chosen[id]);
  if (state.sort !== SORTS[0]) params.set('sort', state.sort);
  const query = params.toString();
  return query ? `?${query}` : '';
}

/** What a list knows about one of its rows. */
export interface Row {
  /** Names, organisations and summary, folded for comparison. */
  text: string;
  facets: Readonly<Record<string, readonly string[]>>;
  /** Sort keys; a missing one stands last. */
  keys: Readonly<Record<Exclude<Sort, 'name'>, string | number | null>>;
}

/** Tells whether a row has every chosen value and contains every word. */
export function matches(row: Row, state: ListState): boolean {
  const words = state.words.split(/\s+/).map(squash).filter(Boolean);
  return (
    words.every((word) => row.text.includes(word)) &&
    Object.entries(state.chosen).every(([id, value]) => row.facets[id]?.includes(value) ?? false)
  );
}

/** Orders row numbers by the state's sort: largest or newest first, unknown last, ties in the given (name) order. */
export function sortRows(rows: readonly Row[], sort: string): number[] {
  const order = rows.map((_, i) => i);
  if (sort === 'name') return order;
  const key = (i: number) => rows[i]!.keys[sort as Exclude<Sort, 'name'>];
  return order.sort((a, b) => {
    const left = key(a);
    const right = key(b);
    if (left === right) return a - b;
    if (left === null) return 1;
    if (right === null) return -1;
    return left < right ? 1 : -1;
  });
}

/** Counts how many rows would be left for each value of a facet, the other choices standing. */
export function countChoices(rows: readonly Row[], state: ListState, facetId: string): Map<string, number> {
  const others = {
    ...state,
    chosen: Object.fromEntries(Object.entries(state.chosen).filter(([id]) => id !== facetId)),
  };
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (!matches(row, others)) continue;
    for (const value of row.facets[facetId] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** A condition that could be dropped: the words, or a facet by its id; and how many rows there would be then. */
export interface Relaxation {
  condition: string;
  count: number;
}

/** The condition that the words typed are. */
export const WORDS_CONDITION = 'q';

/** State without one of its conditions. */
export function withoutCondition(state: ListState, condition: string): ListState {
  if (condition === WORDS_CONDITION) return { ...state, words: '' };
  return { ...state, chosen: Object.fromEntries(Object.entries(state.chosen).filter(([id]) => id !== condition)) };
}

/** Where nothing is left: which single condition to drop, the one that gives most first; those that give nothing are left out. */
export function relaxations(rows: readonly Row[], state: ListState): Relaxation[] {
  const conditions = [...(state.words ? [WORDS_CONDITION] : []), ...Object.keys(state.chosen)];
  return conditions
    .map((condition) => {
      const looser = withoutCondition(state, condition);
      return { condition, count: rows.filter((row) => matches(row, looser)).length };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
