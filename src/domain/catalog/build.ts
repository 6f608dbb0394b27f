import type { Authored, CollectionName } from '../../schema/collections.ts';
import type { Catalog, Entry } from './model.ts';
import { normalizeProject } from './normalize.ts';

/** The validated entries of each folder. */
export type CatalogInput = { [Name in CollectionName]: Entry<Authored<Name>>[] };

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** Orders names as a reader expects: case-insensitively, digits by value, the same on every machine. */
export function compareNames(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : Number(a > b));
}

function flatten<Data>(entry: Entry<Data>): Data & { id: string; file: string } {
  return { ...entry.data, id: entry.id, file: entry.file };
}

function indexById<Item extends { id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}

/** Builds the catalogue from validated entries: normalised, sorted, indexed. */
export function buildCatalog(input: CatalogInput): Catalog {
  const projects = input.projects.map(normalizeProject).sort((a, b) => compareNames(a.name, b.name));
  const categories = input.categories.map(flatten).sort((a, b) => a.order - b.order || compareNames(a.id, b.id));
  const organizations = input.organizations.map(flatten).sort((a, b) => compareNames(a.name, b.name));
  const licenses = input.licenses.map(flatten).sort((a, b) => compareNames(a.id, b.id));
  const datasets = input.datasets.map(flatten).sort((a, b) => compareNames(a.name, b.name));
  const leaderboards = input.leaderboards.map(flatten).sort((a, b) => compareNames(a.name, b.name));
  const guides = input.guides.map(flatten).sort((a, b) => a.order - b.order || compareNames(a.id, b.id));
  return {
    projects,
    categories,
    organizations,
    licenses,
    datasets,
    leaderboards,
    guides,
    projectById: indexById(projects),
    categoryById: indexById(categories),
    organizationById: indexById(organizations),
    licenseById: indexById(licenses),
    datasetById: indexById(datasets),
    leaderboardById: indexById(leaderboards),
    guideById: indexById(guides),
  };
}
