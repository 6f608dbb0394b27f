import { editorSchema, YAML_COLLECTIONS } from '../outputs/editor-schema.ts';
import { fieldReference } from '../outputs/field-reference.ts';
import { fieldReferenceMarkdown } from '../outputs/field-reference-markdown.ts';

/** Files of the repository that are generated from the schemas: path from the root → text. A test holds them up to date. */
export function generatedDocs(): ReadonlyMap<string, string> {
  const schemas = YAML_COLLECTIONS.map(
    (name) => [`.vscode/schemas/${name}.json`, `${JSON.stringify(editorSchema(name), null, 2)}\n`] as const,
  );
  return new Map([['docs/fields.md', fieldReferenceMarkdown(fieldReference())], ...schemas]);
}
