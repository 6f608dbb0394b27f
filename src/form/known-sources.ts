import { authoredLicense, authoredProject, type KnownFile } from '../domain/entry/known.ts';
import { projectFile } from '../domain/entry/entry-file.ts';
import type { Source } from '../rules/source.ts';
import type { CollectionName } from '../schema/collections.ts';

/** Stands for a file of the repository of which only the facts are here. */
function stub(collection: CollectionName, id: string, file: string, data: unknown): Source {
  return {
    collection,
    id,
    file,
    extension: file.slice(file.lastIndexOf('.')),
    text: '',
    data,
    body: '',
    bodyOffset: 0,
    facts: null,
    locate: () => ({ line: 1, column: 1 }),
    spanOf: () => null,
    findings: [],
  };
}

/** Makes the sources that the rules look at of what the page fetched. Rules that need more than it has see it as unknown. */
export function knownSources({ projects, organizations, licenses, categories }: KnownFile): Source[] {
  return [
    ...projects.map((project) => stub('projects', project.id, projectFile(project.id), authoredProject(project))),
    ...organizations.map((one) =>
      stub('organizations', one.id, `content/organizations/${one.id}.yml`, { ...one, sources: [] }),
    ),
    ...licenses.map((one) => stub('licenses', one.id, `content/licenses/${one.id}.yml`, authoredLicense(one))),
    ...categories.map((one) => stub('categories', one.id, `content/categories/${one.id}.md`, { ...one, summary: '' })),
  ];
}
