import type { z } from 'zod';
import { categorySchema } from './category.ts';
import { licenseIdSchema, idSchema } from './ids.ts';
import { licenseSchema } from './license.ts';
import { organizationSchema } from './organization.ts';
import { projectSchema } from './project.ts';

/** How one folder of `content/` is read. */
export interface CollectionSpec {
  /** Shape of the front matter (or of the whole file where it is YAML). */
  schema: z.ZodType;
  /** Shape of the id, which is the file name without its ending. */
  id: z.ZodType<string>;
  /** File endings accepted, with the dot. */
  extensions: readonly string[];
}

/** Every folder of `content/`, by name. */
export const COLLECTIONS = {
  projects: { schema: projectSchema, id: idSchema, extensions: ['.md', '.mdx'] },
  categories: { schema: categorySchema, id: idSchema, extensions: ['.md'] },
  organizations: { schema: organizationSchema, id: idSchema, extensions: ['.yml'] },
  licenses: { schema: licenseSchema, id: licenseIdSchema, extensions: ['.yml'] },
} as const satisfies Record<string, CollectionSpec>;

export type CollectionName = keyof typeof COLLECTIONS;

export const COLLECTION_NAMES = Object.keys(COLLECTIONS) as CollectionName[];
