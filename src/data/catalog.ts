import { getCollection, getEntry, render } from 'astro:content';
import { buildCatalog, type CatalogInput } from '../domain/catalog/build.ts';
import type { Catalog, Entry } from '../domain/catalog/model.ts';
import { popularPairs, type Pair } from '../domain/compare/pairs.ts';
import { commercialUse, type CommercialUse } from '../domain/licensing/verdict.ts';
import { childrenIndex, type Child } from '../domain/lineage/tree.ts';
import { SNAPSHOT_ID } from '../files/snapshot-loader.ts';
import { COLLECTION_NAMES, type CollectionName } from '../schema/collections.ts';
import type { RepositoryRecord } from '../schema/github-snapshot.ts';

type Stored<Name extends CollectionName> = Awaited<ReturnType<typeof getCollection<Name>>>[number];

async function entries<Name extends CollectionName>(name: Name): Promise<Entry<Stored<Name>['data']>[]> {
  const stored = await getCollection(name);
  return stored.map(({ id, filePath, data }) => ({ id, file: filePath ?? '', data }));
}

/** The catalogue and what is worked out from it once for all pages. */
export interface CatalogView {
  catalog: Catalog;
  /** The licence verdict of each entry. */
  use: (id: string) => CommercialUse;
  /** What was made from each entry. */
  children: (id: string) => readonly Child[];
  /** What GitHub said of each entry's repository; null where it was not asked. */
  repository: (id: string) => RepositoryRecord | null;
  /** The pairs that have a page of their own. */
  pairs: () => readonly Pair[];
}

async function load(): Promise<CatalogView> {
  const folders = await Promise.all(COLLECTION_NAMES.map(async (name) => [name, await entries(name)]));
  const catalog = buildCatalog(Object.fromEntries(folders) as CatalogInput);
  const uses = new Map(catalog.projects.map((project) => [project.id, commercialUse(catalog, project)]));
  const index = childrenIndex(catalog);
  const children = (id: string) => index.get(id) ?? [];
  let pairs: readonly Pair[] | undefined;
  const snapshot = await getEntry('github', SNAPSHOT_ID);
  return {
    catalog,
    use: (id) => uses.get(id)!,
    children,
    pairs: () => (pairs ??= popularPairs(catalog, children)),
    repository: (id) => snapshot?.data.repositories[id] ?? null,
  };
}

let loaded: Promise<CatalogView> | undefined;

/** Gives the catalogue, read once a build. In development it is read anew for each page, so that an edit shows. */
export function getCatalog(): Promise<CatalogView> {
  if (import.meta.env.DEV) return load();
  loaded ??= load();
  return loaded;
}

/** Folders whose files have a body. */
type WithBody = 'projects' | 'categories' | 'datasets' | 'leaderboards' | 'guides';

/** Renders the body of an entry. Undefined where there is none. */
export async function renderBody(collection: WithBody, id: string) {
  const entry = await getEntry(collection, id);
  if (!entry?.body?.trim()) return undefined;
  const { Content } = await render(entry);
  return Content;
}
