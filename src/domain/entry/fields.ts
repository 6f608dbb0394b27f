import { z } from 'zod';
import { projectSchema } from '../../schema/project.ts';

/** How a field is answered: one line, a choice, several choices, a list, a number, or yes. */
type FieldKind = 'line' | 'choice' | 'choices' | 'list' | 'number' | 'flag';

/** One question about a project, read off the schema. */
export interface Field {
  type: 'field';
  /** Path without item places: `links.repo`, `variants.parameters`. */
  path: string;
  /** Path within the group, or the path itself: `repo`, `architecture.layers`. */
  key: string;
  kind: FieldKind;
  /** What a choice may be. */
  options: readonly string[];
  /** Of a list: whether its items may have blanks in them. */
  itemsHaveBlanks: boolean;
  required: boolean;
  /** The schema's description. */
  description: string;
}

/** Questions that belong together: an object of the schema, or a list of such objects. */
export interface FieldGroup {
  type: 'group';
  path: string;
  key: string;
  repeated: boolean;
  required: boolean;
  /** True where an empty list is an answer of its own: looked, and there is none. */
  mayBeNone: boolean;
  description: string;
  fields: readonly Field[];
}

type Schema = z.core.$ZodType;

interface Bare {
  schema: Schema;
  required: boolean;
  /** True where leaving it out gives a value that is no unknown. */
  hasDefault: boolean;
}

/** Looks through `optional` and `default`. */
function bare(schema: Schema): Bare {
  if (schema instanceof z.ZodOptional) return { ...bare(schema.unwrap()), required: false };
  if (schema instanceof z.ZodDefault) return { ...bare(schema.unwrap()), required: false, hasDefault: true };
  return { schema, required: true, hasDefault: false };
}

/** The schema's own description, or that of what is wrapped in it. */
function describe(schema: Schema): string {
  const own = z.globalRegistry.get(schema)?.description;
  return own ?? (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? describe(schema.unwrap()) : '');
}

function kindOf(schema: Schema): FieldKind {
  if (schema instanceof z.ZodEnum) return 'choice';
  if (schema instanceof z.ZodLiteral) return 'flag';
  if (schema instanceof z.ZodNumber) return 'number';
  if (!(schema instanceof z.ZodArray)) return 'line';
  return schema.element instanceof z.ZodEnum ? 'choices' : 'list';
}

function optionsOf(schema: Schema): string[] {
  if (schema instanceof z.ZodEnum) return schema.options.map(String);
  return schema instanceof z.ZodArray ? optionsOf(schema.element) : [];
}

function fieldOf(path: string, key: string, wrapped: Schema): Field {
  const { schema, required } = bare(wrapped);
  return {
    type: 'field',
    path,
    key,
    kind: kindOf(schema),
    options: optionsOf(schema),
    itemsHaveBlanks: schema instanceof z.ZodArray && z.safeParse(schema.element, 'a b').success,
    required,
    description: describe(wrapped),
  };
}

/** The fields of an object; those of objects in it too, with a point between the keys. They are required only where the object is. */
function fieldsOf(object: z.ZodObject, path: string, prefix = '', isRequired = true): Field[] {
  return Object.entries(object.shape as Record<string, Schema>).flatMap(([name, wrapped]) => {
    const { schema, required } = bare(wrapped);
    const key = `${prefix}${name}`;
    if (schema instanceof z.ZodObject) return fieldsOf(schema, path, `${key}.`, isRequired && required);
    const field = fieldOf(`${path}.${key}`, key, wrapped);
    return [{ ...field, required: field.required && isRequired }];
  });
}

function questionOf(key: string, wrapped: Schema): Field | FieldGroup {
  const { schema, required, hasDefault } = bare(wrapped);
  const element = schema instanceof z.ZodArray ? bare(schema.element).schema : schema;
  if (!(element instanceof z.ZodObject)) return fieldOf(key, key, wrapped);
  const repeated = schema instanceof z.ZodArray;
  return {
    type: 'group',
    path: key,
    key,
    repeated,
    required,
    mayBeNone: repeated && !required && !hasDefault && z.safeParse(schema, []).success,
    description: describe(wrapped),
    fields: fieldsOf(element, key),
  };
}

/** Everything that a project's file can say, in the order of the schema, which is the order in the file. */
export const PROJECT_QUESTIONS: readonly (Field | FieldGroup)[] = Object.entries(projectSchema.shape).map(
  ([key, schema]) => questionOf(key, schema),
);

/** Every field of {@link PROJECT_QUESTIONS}, those of groups too. */
export const PROJECT_FIELDS: readonly Field[] = PROJECT_QUESTIONS.flatMap((question) =>
  question.type === 'group' ? question.fields : [question],
);

/** Finds the schema of a field's value, or of an item where it is a list. */
function valueSchema(path: string): Schema {
  let schema: Schema = projectSchema;
  for (const key of path.split('.')) {
    const inner = bare(schema).schema;
    const object = inner instanceof z.ZodArray ? bare(inner.element).schema : inner;
    schema = (object as z.ZodObject).shape[key]!;
  }
  const { schema: value } = bare(schema);
  return value instanceof z.ZodArray ? value.element : value;
}

/** Says what is wrong with one text (or one item of a list) by the schema alone; undefined where nothing is. */
export function fieldProblem({ path, kind }: Field, text: string): string | undefined {
  const value = kind === 'number' ? Number(text) : text;
  return z.safeParse(valueSchema(path), value).error?.issues[0]?.message;
}

/** Collections and lists of the entry itself that a field names things of; the checker's references say the same. */
export const FIELD_REFERENCES: Readonly<Record<string, string>> = {
  categories: 'categories',
  organizations: 'organizations',
  'links.repoSharedWith': 'projects',
  'variants.license': 'licenses',
  'lineage.from': 'projects',
  'lineage.license': 'licenses',
  'licenses.code': 'licenses',
  'licenses.weights': 'licenses',
  'licenses.data': 'licenses',
  'status.by': 'projects',
  'hardware.variant': 'variants',
  'lineage.variants': 'variants',
  'claims.evidence': 'evidence',
};
