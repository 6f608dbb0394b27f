import { publishProject } from '../outputs/published.ts';
import type { PublishedProject } from '../schema/published.ts';
import { absolute, paths } from '../site.config.ts';
import { getCatalog } from './catalog.ts';

let published: Promise<PublishedProject[]> | undefined;

async function publish(): Promise<PublishedProject[]> {
  const { catalog, repository } = await getCatalog();
  const address = (id: string) => absolute(paths.project(id));
  return catalog.projects.map((project) => publishProject(catalog, project, address, repository(project.id)));
}

/** Gives every project in its published form, worked out once a build. */
export function getPublished(): Promise<PublishedProject[]> {
  if (import.meta.env.DEV) return publish();
  published ??= publish();
  return published;
}
