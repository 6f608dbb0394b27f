import type { z } from 'zod';
import { categorySchema } from './category.ts';
import { datasetSchema } from './dataset.ts';
import { guideSchema } from './guide.ts';
import { licenseIdSchema, idSchema } from './ids.ts';
import { leaderboardSchema } from './leaderboard.ts';
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
  datasets: { schema: datasetSchema, id: idSchema, extensions: ['.md'] },
  leaderboards: { schema: leaderboardSchema, id: idSchema, extensions: ['.md'] },
  guides: { schema: guideSchema, id: idSchema, extensions: ['.mdx'] },
} as const satisfies Record<string, CollectionSpec>;

export type CollectionName = keyof typeof COLLECTIONS;

/** What a contributor writes in a folder, as its schema gives it. */
export type Authored<Name extends CollectionName> = z.output<(typeof COLLECTIONS)[Name]['schema']>;

export const COLLECTION_NAMES = Object.keys(COLLECTIONS) as CollectionName[];
