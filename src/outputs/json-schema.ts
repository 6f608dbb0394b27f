import { z } from 'zod';

/** The JSON Schema (2020-12) of a published shape, generated from its zod schema. `id` is the schema's absolute address. */
export function jsonSchema(schema: z.ZodType, id: string): Record<string, unknown> {
  return { ...z.toJSONSchema(schema, { target: 'draft-2020-12' }), $id: id };
}
