import { getCatalog } from '../../data/catalog.ts';
import { namesFile } from '../../outputs/names-file.ts';
import { paths } from '../../site.config.ts';

/** The names layer of the search. Not part of the published data: it changes with the search's code. */
export async function GET(): Promise<Response> {
  const { catalog, children, use } = await getCatalog();
  return Response.json(namesFile(catalog, (id) => use(id).verdict, children, paths));
}
