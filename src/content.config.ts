import { defineCollection } from 'astro:content';
import { contentLoader } from './files/loader.ts';
import { categorySchema } from './schema/category.ts';
import { licenseSchema } from './schema/license.ts';
import { organizationSchema } from './schema/organization.ts';
import { projectSchema } from './schema/project.ts';

export const collections = {
  projects: defineCollection({ loader: contentLoader('projects'), schema: projectSchema }),
  categories: defineCollection({ loader: contentLoader('categories'), schema: categorySchema }),
  organizations: defineCollection({ loader: contentLoader('organizations'), schema: organizationSchema }),
  licenses: defineCollection({ loader: contentLoader('licenses'), schema: licenseSchema }),
};
