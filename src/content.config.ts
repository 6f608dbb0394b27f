import { defineCollection } from 'astro:content';
import { contentLoader } from './files/loader.ts';
import { snapshotLoader } from './files/snapshot-loader.ts';
import { categorySchema } from './schema/category.ts';
import { datasetSchema } from './schema/dataset.ts';
import { githubSnapshotSchema } from './schema/github-snapshot.ts';
import { guideSchema } from './schema/guide.ts';
import { leaderboardSchema } from './schema/leaderboard.ts';
import { licenseSchema } from './schema/license.ts';
import { organizationSchema } from './schema/organization.ts';
import { projectSchema } from './schema/project.ts';

export const collections = {
  projects: defineCollection({ loader: contentLoader('projects'), schema: projectSchema }),
  categories: defineCollection({ loader: contentLoader('categories'), schema: categorySchema }),
  organizations: defineCollection({ loader: contentLoader('organizations'), schema: organizationSchema }),
  licenses: defineCollection({ loader: contentLoader('licenses'), schema: licenseSchema }),
  datasets: defineCollection({ loader: contentLoader('datasets'), schema: datasetSchema }),
  leaderboards: defineCollection({ loader: contentLoader('leaderboards'), schema: leaderboardSchema }),
  guides: defineCollection({ loader: contentLoader('guides'), schema: guideSchema }),
  github: defineCollection({ loader: snapshotLoader(), schema: githubSnapshotSchema }),
};
