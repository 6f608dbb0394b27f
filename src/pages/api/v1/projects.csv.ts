import { getPublished } from '../../../data/published.ts';
import { projectsCsv } from '../../../outputs/csv.ts';

/** All projects as CSV for spreadsheets. */
export async function GET(): Promise<Response> {
  return new Response(projectsCsv(await getPublished()), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
}
