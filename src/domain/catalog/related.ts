import type { Catalog, Project } from './model.ts';

/** How much each shared trait counts towards two entries being related. */
const WEIGHT = { parent: 4, organization: 3, category: 2, kind: 1, language: 1 } as const;

function shared(a: readonly string[], b: readonly string[]): number {
  return a.filter((item) => b.includes(item)).length;
}

function likeness(a: Project, b: Project): number {
  const parents = (project: Project) => (project.lineage ?? []).map((edge) => edge.from);
  return (
    WEIGHT.parent * shared(parents(a), parents(b)) +
    WEIGHT.organization * shared(a.organizations, b.organizations) +
    WEIGHT.category * shared(a.categories, b.categories) +
    WEIGHT.kind * Number(a.kind === b.kind) +
    WEIGHT.language *
      Math.min(
        1,
        shared(
          a.languages ?? [],
          (b.languages ?? []).filter((tag) => tag !== 'en'),
        ),
      )
  );
}

/**
 * Finds up to `count` entries that a reader of `project` may want next: siblings by base, organisation,
 * category. Direct ancestors and descendants are left out: the lineage already shows them.
 */
export function relatedProjects(catalog: Catalog, project: Project, count: number): Project[] {
  const kin = (a: Project, b: Project) => (a.lineage ?? []).some((edge) => edge.from === b.id);
  return catalog.projects
    .filter((other) => other !== project && !kin(project, other) && !kin(other, project))
    .map((other) => ({ other, score: likeness(project, other) }))
    .filter(({ score }) => score > WEIGHT.category)
    .sort((a, b) => b.score - a.score || (a.other.id < b.other.id ? -1 : 1))
    .slice(0, count)
    .map(({ other }) => other);
}
