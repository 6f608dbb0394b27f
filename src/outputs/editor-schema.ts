import { authoredSchema, isYaml, meaningsOf, type JsonSchema } from './authored-schema.ts';
import { COLLECTION_NAMES, type CollectionName } from '../schema/collections.ts';

/** Puts the meaning of each value where editors look for it when they offer the values. */
function withMeanings(schema: JsonSchema): JsonSchema {
  const { enum: values, description, properties, items } = schema;
  const { meaning } = meaningsOf(description ?? '', values ?? []);
  const entries = Object.entries(properties ?? {}).map(([key, field]) => [key, withMeanings(field)] as const);
  return {
    ...schema,
    ...(values ? { enumDescriptions: values.map(meaning) } : {}),
    ...(properties ? { properties: Object.fromEntries(entries) } : {}),
    ...(items ? { items: withMeanings(items) } : {}),
  };
}

/** Folders whose files are YAML throughout, so that an editor's YAML support can complete them by a schema. */
export const YAML_COLLECTIONS: readonly CollectionName[] = COLLECTION_NAMES.filter(isYaml);

/** The JSON Schema that an editor completes and checks the files of a folder by. */
export function editorSchema(collection: CollectionName): JsonSchema {
  return withMeanings(authoredSchema(collection));
}
