import type { Relation } from '../../schema/lineage.ts';
import type { Catalog, LineageEdge, Project } from '../catalog/model.ts';

/** A neighbour in the family tree. `project` is null for one outside the catalogue. */
export interface Kin {
  name: string;
  project: Project | null;
  relation: Relation;
  /** Versions of the lower entry that the edge holds for; null for all. */
  variants: string[] | null;
  /** Version of the upper entry; null where not said. */
  fromVariant: string | null;
  note: string | null;
}

/** What an edge says besides who. */
function edgeDetails({ relation, variants, fromVariant, note }: LineageEdge) {
  return { relation, variants, fromVariant, note };
}

/** Lists what an entry was made from, in the entry's own order. */
export function parentsOf(catalog: Catalog, project: Project): Kin[] {
  return (project.lineage ?? []).map((edge) => {
    const parent = edge.external ? undefined : catalog.projectById.get(edge.from);
    return { name: parent?.name ?? edge.from, project: parent ?? null, ...edgeDetails(edge) };
  });
}

/** For every entry, what was made from it, by name. Computed once for the whole catalogue. */
export function childrenIndex(catalog: Catalog): ReadonlyMap<string, Kin[]> {
  const children = new Map<string, Kin[]>();
  for (const project of catalog.projects)
    for (const edge of project.lineage ?? []) {
      if (edge.external) continue;
      const kin = { name: project.name, project, ...edgeDetails(edge) };
      children.set(edge.from, [...(children.get(edge.from) ?? []), kin]);
    }
  return children;
}

/** An entry and everything that was made from it directly. */
export interface Family {
  root: Project;
  /** By release, the earliest first; undated last. */
  children: Kin[];
}

/** Finds the entry that most others were made from directly, or null where nothing was made from anything. */
export function largestFamily(catalog: Catalog, children: (id: string) => readonly Kin[]): Family | null {
  const distinctChildren = (id: string) => [...new Map(children(id).map((kin) => [kin.name, kin])).values()];
  let family: Family | null = null;
  for (const root of catalog.projects) {
    const kin = distinctChildren(root.id);
    if (kin.length > (family?.children.length ?? 0)) family = { root, children: kin };
  }
  const date = ({ project }: Kin) => project?.released ?? '9999';
  return family && { ...family, children: family.children.sort((a, b) => (date(a) < date(b) ? -1 : 1)) };
}
