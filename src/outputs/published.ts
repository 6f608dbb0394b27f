import type { Catalog, Project } from '../domain/catalog/model.ts';
import { opennessRecord } from '../domain/openness/derive.ts';
import { commercialUse } from '../domain/licensing/verdict.ts';
import { reasonSentence } from '../i18n/reasons.ts';
import type { RepositoryRecord } from '../schema/github-snapshot.ts';
import type { PublishedProject } from '../schema/published.ts';

/**
 * Turns an entry into its published form, v1.
 * @param address gives the absolute address of an entry's page
 * @param repository what GitHub said of its repository, null where it was not asked
 */
export function publishProject(
  catalog: Catalog,
  project: Project,
  address: (id: string) => string,
  repository: RepositoryRecord | null,
): PublishedProject {
  const use = commercialUse(catalog, project);
  return {
    id: project.id,
    url: address(project.id),
    name: project.name,
    zhName: project.zhName,
    aliases: project.aliases,
    categories: project.categories,
    kind: project.kind,
    organizations: project.organizations,
    released: project.released,
    summary: project.summary,
    links: project.links,
    repository: repository && {
      id: repository.id,
      fullName: repository.fullName,
      stars: repository.stars,
      pushed: repository.pushed,
      archived: repository.archived,
      license: repository.license,
      checked: repository.checked,
    },
    variants: project.variants,
    lineage: project.lineage,
    languages: project.languages,
    modalities: project.modalities ?? null,
    training: project.training,
    licenses: project.licenses,
    commercialUse: { verdict: use.verdict, because: use.because.map(reasonSentence) },
    openness: opennessRecord({ project, verdict: use.verdict }),
    hardware:
      project.hardware?.map((item) => ({
        task: item.task,
        precision: item.precision ?? null,
        vramGb: item.vramGb,
        basis: item.basis,
        figure: item.figure ?? null,
        method: item.method ?? null,
        variant: item.variant ?? null,
        contextLength: item.contextLength ?? null,
        batchSize: item.batchSize ?? null,
        note: item.note ?? null,
      })) ?? null,
    status: project.status,
    claims: project.claims.map((claim) => ({
      text: claim.text,
      by: claim.by ?? null,
      method: claim.method ?? null,
      verdict: claim.verdict,
      evidence: claim.evidence,
    })),
    changes: project.changes,
    evidence: project.evidence.map((item) => ({ ...item, title: item.title ?? null })),
  };
}
