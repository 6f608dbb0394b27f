import { getCatalog } from '../../../data/catalog.ts';
import { publishDataset } from '../../../outputs/published-resources.ts';
import { absolute, paths } from '../../../site.config.ts';

/** All datasets, v1. */
export async function GET(): Promise<Response> {
  const { catalog } = await getCatalog();
  return Response.json(catalog.datasets.map((dataset) => publishDataset(dataset, absolute(paths.dataset(dataset.id)))));
}
