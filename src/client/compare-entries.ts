import type { ComparedEntry, EntryNames } from '../domain/compare/model.ts';
import type { Paths } from '../domain/paths.ts';

const loaded = new Map<string, Promise<ComparedEntry | null>>();

async function fetchJson<Data>(address: string): Promise<Data | null> {
  const response = await fetch(address);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as Data;
}

/**
 * Fetches an entry's published form and the names that go with it, once a page. Null where there is no such entry.
 * Rejects where it cannot be had; the next call tries anew.
 */
export function loadEntry(paths: Paths, id: string): Promise<ComparedEntry | null> {
  let entry = loaded.get(id);
  if (!entry) {
    entry = Promise.all([
      fetchJson<ComparedEntry['project']>(paths.api.projectJson(id)),
      fetchJson<EntryNames>(paths.compareNames(id)),
    ]).then(([project, names]) => (project && names ? { project, names } : null));
    entry.catch(() => loaded.delete(id));
    loaded.set(id, entry);
  }
  return entry;
}
