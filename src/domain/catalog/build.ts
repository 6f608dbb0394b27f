import type { AuthoredCategory } from '../../schema/category.ts';
import type { AuthoredLicense } from '../../schema/license.ts';
import type { AuthoredOrganization } from '../../schema/organization.ts';
import type { AuthoredProject } from '../../schema/project.ts';
import type { Catalog, Entry } from './model.ts';
import { normalizeProject } from './normalize.ts';

/** The validated entries of each folder. */
export interface CatalogInput {
  projects: Entry<AuthoredProject>[];
  categories: Entry<AuthoredCategory>[];
  organizations: Entry<AuthoredOrganization>[];
  licenses: Entry<AuthoredLicense>[];
}

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
  return {
    projects,
    categories,
    organizations,
    licenses,
    projectById: indexById(projects),
    categoryById: indexById(categories),
    organizationById: indexById(organizations),
    licenseById: indexById(licenses),
  };
}
