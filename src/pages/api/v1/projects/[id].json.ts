import type { APIContext } from 'astro';
import { getCatalog } from '../../../../data/catalog.ts';
import { getPublished } from '../../../../data/published.ts';

export async function getStaticPaths() {
  const { catalog } = await getCatalog();
  return catalog.projects.map(({ id }) => ({ params: { id } }));
}

/** One project, v1. */
export async function GET({ params }: APIContext): Promise<Response> {
  const published = await getPublished();
  return Response.json(published.find(({ id }) => id === params['id']));
}
