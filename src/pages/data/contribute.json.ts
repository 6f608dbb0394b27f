import { getCatalog } from '../../data/catalog.ts';
import { knownFile } from '../../domain/entry/known.ts';

/** What the form for a new entry checks against. Not part of the published data: it changes with the form's code. */
export async function GET(): Promise<Response> {
  const { catalog } = await getCatalog();
  return Response.json(knownFile(catalog));
}
