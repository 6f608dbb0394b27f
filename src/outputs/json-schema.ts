import { z } from 'zod';
import { publishedProjectSchema } from '../schema/published.ts';

/** The JSON Schema (2020-12) of one published project, generated from the zod schema. `id` is its absolute address. */
export function projectJsonSchema(id: string): Record<string, unknown> {
  return { ...z.toJSONSchema(publishedProjectSchema, { target: 'draft-2020-12' }), $id: id };
}
