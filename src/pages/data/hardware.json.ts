import { getCatalog } from '../../data/catalog.ts';
import { hardwareData } from '../../outputs/hardware-data.ts';

/** What the hardware page's script reckons with, entry by entry. Not part of the published data: it changes with the script. */
export async function GET(): Promise<Response> {
  const { catalog, use } = await getCatalog();
  return Response.json(hardwareData(catalog, (id) => use(id).verdict));
}
