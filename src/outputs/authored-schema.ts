import { z } from 'zod';
import { COLLECTIONS, type CollectionName } from '../schema/collections.ts';

/** The part of JSON Schema that the authored schemas come out as. */
export interface JsonSchema {
  type?: string;
  /** Kind of value in one Chinese word, such as 网址. */
  title?: string;
  description?: string;
  enum?: string[];
  /** What each value of `enum` means; editors show it (VS Code's extension of JSON Schema). */
  enumDescriptions?: string[];
  const?: unknown;
  default?: unknown;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  minItems?: number;
  [keyword: string]: unknown;
}

/** Reads the meanings out of a description that lists them: `比喻：a 甲 | b 乙` has the lead 比喻 and two meanings. */
export function meaningsOf(
  description: string,
  values: readonly string[],
): { lead: string; meaning: (value: string) => string } {
  const startsWithValue = (text: string) => values.some((value) => text.startsWith(`${value} `));
  const colon = startsWithValue(description) ? -1 : description.indexOf('：');
  const list = description.slice(colon + 1);
  if (!startsWithValue(list)) return { lead: description, meaning: () => '' };
  const meanings = new Map(
    list.split(' | ').map((part) => {
      const blank = part.indexOf(' ');
      return [part.slice(0, blank), part.slice(blank + 1)] as const;
    }),
  );
  return { lead: description.slice(0, Math.max(colon, 0)), meaning: (value) => meanings.get(value) ?? '' };
}

/**
 * The JSON Schema (draft 7, which editors' YAML support is made for) of what is written in one folder of
 * `content/`, generated from its zod schema.
 */
export function authoredSchema(collection: CollectionName): JsonSchema {
  return z.toJSONSchema(COLLECTIONS[collection].schema, { io: 'input', target: 'draft-7' }) as JsonSchema;
}

/** Tells whether the files of a folder are YAML throughout, without a body. */
export function isYaml(collection: CollectionName): boolean {
  return COLLECTIONS[collection].extensions.every((ending) => ending === '.yml');
}
