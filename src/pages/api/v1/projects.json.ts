import { getPublished } from '../../../data/published.ts';

/** All projects, v1. */
export async function GET(): Promise<Response> {
  return Response.json(await getPublished());
}
