import { EXTERNAL_PREFIX } from '../../schema/lineage.ts';
import type { AuthoredCategory } from '../../schema/category.ts';
import type { AuthoredLicense } from '../../schema/license.ts';
import type { AuthoredOrganization } from '../../schema/organization.ts';
import type { AuthoredProject } from '../../schema/project.ts';
import type { Catalog, LineageEdge, Project } from '../catalog/model.ts';
import { shortParameters } from '../format/parameters.ts';

/** What a new entry is checked against of an entry that is there: names, addresses, sizes, descent, terms. */
export type KnownProject = { id: string } & Pick<
  AuthoredProject,
  | 'name'
  | 'zhName'
  | 'aliases'
  | 'categories'
  | 'kind'
  | 'organizations'
  | 'released'
  | 'links'
  | 'variants'
  | 'lineage'
  | 'licenses'
  | 'status'
>;

/**
 * The catalogue as the form for a new entry needs it: everything that rules across entries and the licence verdict
 * look at, without texts, sources and bodies. Rules over bodies (shared runs) see nothing here and are left to CI.
 */
export interface KnownFile {
  projects: KnownProject[];
  organizations: ({ id: string } & Pick<AuthoredOrganization, 'name' | 'zhName' | 'aliases' | 'kind' | 'github'>)[];
  licenses: ({ id: string } & Pick<AuthoredLicense, 'name' | 'family' | 'commercialUse'>)[];
  categories: ({ id: string } & Pick<AuthoredCategory, 'name' | 'order'>)[];
}

/** Keeps what is known: `null`, `undefined` and empty lists are the same as not being there. */
function known<Data extends object>(data: Data): { [Key in keyof Data]?: NonNullable<Data[Key]> } {
  return Object.fromEntries(
    Object.entries(data).filter(([, value]) => value !== null && value !== undefined && value !== false),
  ) as { [Key in keyof Data]?: NonNullable<Data[Key]> };
}

function edge({ from, external, ...rest }: LineageEdge) {
  return { ...known({ ...rest, note: null }), from: external ? `${EXTERNAL_PREFIX}${from}` : from };
}

function knownProject(project: Project): KnownProject {
  const { id, name, zhName, aliases, categories, kind, organizations, released, licenses, status } = project;
  const { repo, movedFrom, repoSharedWith } = project.links;
  const links = {
    repo,
    movedFrom: movedFrom.length > 0 ? movedFrom : null,
    repoSharedWith: repoSharedWith.length > 0 ? repoSharedWith : null,
  };
  const variants = project.variants?.map(({ name: variant, license, parameters }) =>
    known({ name: variant, license, parameters: parameters === null ? null : shortParameters(parameters) }),
  );
  return {
    id,
    name,
    aliases,
    categories,
    kind,
    organizations,
    licenses,
    links: known(links),
    ...known({ zhName, released, variants, lineage: project.lineage?.map(edge) }),
    ...(status.state === 'unknown' ? {} : { status: { state: status.state } }),
  } as KnownProject;
}

/** Takes out of the catalogue what a new entry is checked against. */
export function knownFile(catalog: Catalog): KnownFile {
  return {
    projects: catalog.projects.map(knownProject),
    organizations: catalog.organizations.map(({ id, name, zhName, aliases, kind, github }) => ({
      id,
      name,
      aliases,
      kind,
      ...known({ zhName, github }),
    })),
    licenses: catalog.licenses.map(({ id, name, family, commercialUse }) => ({ id, name, family, commercialUse })),
    categories: catalog.categories.map(({ id, name, order }) => ({ id, name, order })),
  };
}

/** Gives the facts of a known entry in the authored form; what the file does not carry is empty. */
export function authoredProject(project: KnownProject): AuthoredProject {
  return { ...project, summary: '', claims: [], changes: [], evidence: [] };
}

type KnownLicense = KnownFile['licenses'][number];

/** Gives the facts of a known licence in the authored form; what the file does not carry is unknown or empty. */
export function authoredLicense(license: KnownLicense): AuthoredLicense {
  const open = 'unknown' as const;
  return {
    ...license,
    conditions: [],
    registration: open,
    derivatives: open,
    shareAlike: open,
    useRestrictions: open,
    outputRestriction: open,
    summary: '',
    text: '',
    sources: [],
  };
}
