import type { APIContext } from 'astro';
import { getCatalog } from '../../../data/catalog.ts';
import { entryText } from '../../../data/entry-text.ts';

export async function getStaticPaths() {
  const { catalog } = await getCatalog();
  return catalog.projects.map(({ id, file }) => ({ params: { id }, props: { file } }));
}

/** The file of an entry as it is in the repository, for the form that corrects it. */
export async function GET({ props }: APIContext): Promise<Response> {
  return new Response(await entryText(String(props['file'])), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
}
