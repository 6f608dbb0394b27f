/** Most entries that stand side by side. */
export const MAX_COMPARED = 5;

/** What is compared, in the order of the columns, and whether rows that are alike are hidden. */
export interface CompareState {
  ids: readonly string[];
  onlyDifferences: boolean;
}

/** A state as an address asked for it, with what could not be taken from it. */
export interface AskedComparison {
  state: CompareState;
  /** Asked for beyond {@link MAX_COMPARED}, in the order asked. */
  surplus: string[];
  /** Words that cannot be an id at all, as written. */
  unreadable: string[];
}

/** The same form as schema/ids.ts demands; repeated because the schema's library is not for the browser. */
const ID = /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/;

/**
 * Reads a comparison from a URL's query: `?ids=a,b&diff=1`. Order is kept, an id named twice counts once, capitals
 * and Chinese commas are forgiven. What cannot be taken is given back, so that the reader can be told.
 */
export function parseCompareState(query: string): AskedComparison {
  const params = new URLSearchParams(query);
  const asked = (params.get('ids') ?? '').split(/[,，、\s]+/).filter((word) => word !== '');
  const words = [...new Map(asked.map((word) => [word.toLowerCase(), word]))];
  const ids = words.flatMap(([id]) => (ID.test(id) ? [id] : []));
  return {
    state: { ids: ids.slice(0, MAX_COMPARED), onlyDifferences: params.get('diff') === '1' },
    surplus: ids.slice(MAX_COMPARED),
    unreadable: words.flatMap(([id, word]) => (ID.test(id) ? [] : [word])),
  };
}

/** Writes a comparison as a URL's query, `?` included; empty where nothing is chosen. Ids need no escaping. */
export function serializeCompareState({ ids, onlyDifferences }: CompareState): string {
  const parts = [...(ids.length > 0 ? [`ids=${ids.join(',')}`] : []), ...(onlyDifferences ? ['diff=1'] : [])];
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

/** Adds an entry at the end. The same state where it is there already or there is no room. */
export function withEntry(state: CompareState, id: string): CompareState {
  if (state.ids.includes(id) || state.ids.length >= MAX_COMPARED) return state;
  return { ...state, ids: [...state.ids, id] };
}

/** Takes an entry out. */
export function withoutEntry(state: CompareState, id: string): CompareState {
  return { ...state, ids: state.ids.filter((other) => other !== id) };
}

/** Moves an entry to a place (from 0), the others closing up. Places beyond the ends mean the ends. */
export function withEntryAt(state: CompareState, id: string, place: number): CompareState {
  if (!state.ids.includes(id)) return state;
  const others = state.ids.filter((other) => other !== id);
  const at = Math.min(Math.max(place, 0), others.length);
  return { ...state, ids: [...others.slice(0, at), id, ...others.slice(at)] };
}
