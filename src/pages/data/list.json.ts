import { getCatalog } from '../../data/catalog.ts';
import { facetInputs, listRow } from '../../outputs/list-rows.ts';

/** What the lists' script narrows and sorts by, entry by entry. Not part of the published data: it changes with the script. */
export async function GET(): Promise<Response> {
  const { catalog, use } = await getCatalog();
  const inputs = facetInputs(catalog.projects, (id) => use(id).verdict);
  return Response.json(Object.fromEntries(inputs.map((input) => [input.project.id, listRow(catalog, input)])));
}
