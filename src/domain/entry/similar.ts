import { foldName, foldRepository } from '../catalog/names.ts';
import type { findNames } from '../search/match.ts';
import type { NamesIndex } from '../search/names-index.ts';
import type { nearNames } from '../search/near.ts';

/** The parts of an entry of the catalogue that tell whether another is the same thing. */
export interface Nameable {
  id: string;
  name: string;
  zhName?: string | null | undefined;
  aliases: readonly string[];
  links: { repo?: string | null | undefined; movedFrom?: readonly string[] | undefined };
}

/** An entry that may be the one that somebody is about to add. */
export interface Similar {
  id: string;
  name: string;
  /** The same repository, the same name, or only a like one. */
  because: 'repository' | 'name' | 'alike';
}

const SHOWN = 5;

/** Fits that are too loose to call names alike: they serve a reader who searches, not a writer who names. */
const LOOSE = new Set(['fact', 'words', 'part', 'initials']);

/** The names layer of the search, ready to be asked. It is handed in, so that a page has one copy of its code. */
export interface NameSearch {
  index: NamesIndex;
  findNames: typeof findNames;
  nearNames: typeof nearNames;
}

function alike({ index, findNames: find, nearNames: near }: NameSearch, name: string): string[] {
  const hits = find(index, name).filter(({ kind, viaOrganization }) => !LOOSE.has(kind) && !viaOrganization);
  const targets = hits.length > 0 ? hits.map(({ target }) => target) : near(index, name);
  return targets
    .map((target) => index.targets[target]!)
    .filter(({ kind }) => kind === 'project')
    .map(({ id }) => id);
}

/**
 * Lists entries that may be the same project: those with its repository (old addresses count), those with its name,
 * then at most a few whose names are alike as the site's search sees it. `own` is left out: an entry that is being
 * corrected is like itself.
 */
export function similarProjects(
  projects: readonly Nameable[],
  search: NameSearch | undefined,
  { name, repo, own }: { name: string; repo: string; own?: string | undefined },
): Similar[] {
  const found = new Map<string, Similar>();
  const key = foldName(name);
  const address = foldRepository(repo);
  for (const { id, name: title, zhName, aliases, links } of projects) {
    const repositories = [links.repo ?? '', ...(links.movedFrom ?? [])].filter(Boolean).map(foldRepository);
    const names = [title, zhName ?? '', ...aliases].filter(Boolean).map(foldName);
    if (address !== '' && repositories.includes(address)) found.set(id, { id, name: title, because: 'repository' });
    else if (key !== '' && names.includes(key)) found.set(id, { id, name: title, because: 'name' });
  }
  const byId = new Map(projects.map((project) => [project.id, project]));
  for (const id of search && key.length > 1 ? alike(search, name) : []) {
    const project = byId.get(id);
    if (project && !found.has(id) && found.size < SHOWN) found.set(id, { id, name: project.name, because: 'alike' });
  }
  if (own !== undefined) found.delete(own);
  const rank = { repository: 0, name: 1, alike: 2 };
  return [...found.values()].sort((a, b) => rank[a.because] - rank[b.because]);
}
