import { DATASET_KINDS, type DatasetKind } from '../../schema/dataset.ts';
import type { Catalog, Dataset, Leaderboard } from './model.ts';

/** Groups datasets by kind, in the order of the kinds; kinds without a dataset are left out. */
export function byKind(datasets: readonly Dataset[]): { kind: DatasetKind; datasets: Dataset[] }[] {
  return DATASET_KINDS.map((kind) => ({ kind, datasets: datasets.filter((dataset) => dataset.kind === kind) })).filter(
    (group) => group.datasets.length > 0,
  );
}

/** The datasets that a project is known to be trained on, in the catalogue's order. */
export function datasetsUsedBy(catalog: Catalog, projectId: string): Dataset[] {
  return catalog.datasets.filter((dataset) => dataset.usedBy.includes(projectId));
}

/** The datasets and leaderboards of an organisation, in the catalogue's order. */
export function resourcesOf(
  catalog: Catalog,
  organizationId: string,
): { datasets: Dataset[]; leaderboards: Leaderboard[] } {
  const isOf = ({ organizations }: { organizations: readonly string[] }) => organizations.includes(organizationId);
  return { datasets: catalog.datasets.filter(isOf), leaderboards: catalog.leaderboards.filter(isOf) };
}

/** The datasets under a licence, in the catalogue's order. */
export function datasetsUnder(catalog: Catalog, licenseId: string): Dataset[] {
  return catalog.datasets.filter(({ license }) => license === licenseId);
}
