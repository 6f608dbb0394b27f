import type { Relation } from '../../schema/lineage.ts';
import type { Catalog, Project } from '../catalog/model.ts';

/** An entry above another one, as the lower entry's lineage names it. `project` is null for one outside the catalogue. */
export interface Parent {
  name: string;
  project: Project | null;
  relation: Relation;
  /** Versions of the lower entry that the edge holds for; null for all. */
  variants: string[] | null;
  /** Version of the upper entry; null where not said. */
  fromVariant: string | null;
  note: string | null;
}

/** An entry made from another one, once, however many of its versions were; every way in which it was made. */
export interface Child {
  project: Project;
  /** In the order of the entry's lineage, each once. */
  relations: Relation[];
}

/** Lists what an entry was made from, in the entry's own order. */
export function parentsOf(catalog: Catalog, project: Project): Parent[] {
  return (project.lineage ?? []).map(({ from, external, relation, variants, fromVariant, note }) => {
    const parent = external ? undefined : catalog.projectById.get(from);
    return { name: parent?.name ?? from, project: parent ?? null, relation, variants, fromVariant, note };
  });
}

/** For every entry, what was made from it, by name. Computed once for the whole catalogue. */
export function childrenIndex(catalog: Catalog): ReadonlyMap<string, Child[]> {
  const children = new Map<string, Child[]>();
  for (const project of catalog.projects)
    for (const { from, external, relation } of project.lineage ?? []) {
      if (external) continue;
      const siblings = children.get(from) ?? [];
      const known = siblings.find((child) => child.project === project);
      if (!known) siblings.push({ project, relations: [relation] });
      else if (!known.relations.includes(relation)) known.relations.push(relation);
      children.set(from, siblings);
    }
  return children;
}

/** An entry and everything that was made from it directly. */
export interface Family {
  root: Project;
  /** By release, the earliest first; undated last. */
  children: Child[];
}

/** Finds the entry that most others were made from directly, or null where nothing was made from anything. */
export function largestFamily(catalog: Catalog, children: (id: string) => readonly Child[]): Family | null {
  let family: Family | null = null;
  for (const root of catalog.projects) {
    const own = children(root.id);
    if (own.length > (family?.children.length ?? 0)) family = { root, children: [...own] };
  }
  const date = ({ project }: Child) => project.released ?? '9999';
  family?.children.sort((a, b) => (date(a) < date(b) ? -1 : Number(date(a) > date(b))));
  return family;
}
