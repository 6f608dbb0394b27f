import type { APIContext } from 'astro';
import { getCatalog } from '../../../data/catalog.ts';
import { entryNames } from '../../../outputs/compare-names.ts';

export async function getStaticPaths() {
  const { catalog } = await getCatalog();
  return catalog.projects.map(({ id }) => ({ params: { id } }));
}

/** Names of what an entry refers to by id: what the comparison needs besides `/api/v1/`. Not part of the published data. */
export async function GET({ params }: APIContext): Promise<Response> {
  const { catalog, use } = await getCatalog();
  const project = catalog.projectById.get(params['id']!)!;
  return Response.json(entryNames(catalog, project, use(project.id).verdict));
}
