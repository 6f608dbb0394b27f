import { z } from 'zod';

/** Looks through `optional`, `default` and the like to the schema that says which keys or items there are. */
function unwrap(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault || inner instanceof z.ZodNullable)
    inner = inner.unwrap();
  return inner;
}

/** The schema of the value at a path; undefined where the schema does not tell. */
function schemaAt(root: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType | undefined {
  let schema = unwrap(root);
  for (const step of path) {
    if (schema instanceof z.ZodObject && Object.hasOwn(schema.shape, String(step)))
      schema = unwrap(schema.shape[String(step)]);
    else if (schema instanceof z.ZodArray) schema = unwrap(schema.element);
    else return undefined;
  }
  return schema;
}

/** Names the keys that the object at `path` may have, in the schema's order; empty where it is no object. */
export function keysAt(root: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const schema = schemaAt(root, path);
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

/** What the field at a path is for, as the schema describes it. */
export function descriptionAt(root: z.core.$ZodType, path: readonly PropertyKey[]): string | undefined {
  const parent = schemaAt(root, path.slice(0, -1));
  const last = path.at(-1);
  const field = parent instanceof z.ZodObject && last !== undefined ? parent.shape[String(last)] : undefined;
  return (field as z.ZodType | undefined)?.description ?? (schemaAt(root, path) as z.ZodType | undefined)?.description;
}

/** Tells whether the field at a path accepts a value. */
export function acceptsAt(root: z.core.$ZodType, path: readonly PropertyKey[], value: unknown): boolean {
  const schema = schemaAt(root, path);
  return schema !== undefined && z.safeParse(schema, value).success;
}

/** Reads the value that the contributor wrote at a path; undefined where there is none. */
export function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}
