import type { GitHubSnapshot, RepositoryRecord } from '../../schema/github-snapshot.ts';
import { foldRepository } from '../catalog/names.ts';

/** What GitHub says about a repository today, in the snapshot's words. */
export type RepositoryFacts = Omit<RepositoryRecord, 'repo' | 'checked'>;

/** Splits `https://github.com/OWNER/NAME`. Null for other hosts and other pages. */
export function gitHubName(url: string): { owner: string; name: string } | null {
  const match = /^github\.com\/([^/]+)\/([^/]+)$/.exec(foldRepository(url));
  if (!match) return null;
  const [owner, name] = new URL(url).pathname.split('/').filter(Boolean) as [string, string];
  return { owner, name: name.replace(/\.git$/i, '') };
}

/** The address of a repository by its full name. */
export function gitHubAddress(fullName: string): string {
  return `https://github.com/${fullName}`;
}

/** Tells whether two addresses name one repository, whatever their case and ending. */
export function sameRepository(a: string, b: string): boolean {
  return foldRepository(a) === foldRepository(b);
}

/** A repository to ask GitHub about, for every project that lives in it. */
export interface Ask {
  /** Address as the entries have it. */
  repo: string;
  owner: string;
  name: string;
  projects: string[];
  /** What was learnt of this very repository before. */
  known: RepositoryRecord | null;
}

/** The record of a project, as long as it is about the repository that the entry names now (or GitHub's new name of it). */
function recordOf(snapshot: GitHubSnapshot, project: string, repo: string): RepositoryRecord | null {
  const record = snapshot.repositories[project];
  if (!record) return null;
  return [record.repo, gitHubAddress(record.fullName)].some((url) => sameRepository(url, repo)) ? record : null;
}

/**
 * Lists what to ask, each repository once: never asked first, then the longest ago, then by address, so that runs
 * which end early come round to every repository. Addresses outside GitHub are left out.
 */
export function planAsks(projects: readonly { id: string; repo: string }[], snapshot: GitHubSnapshot): Ask[] {
  const asks = new Map<string, Ask>();
  for (const { id, repo } of projects) {
    const name = gitHubName(repo);
    if (!name) continue;
    const known = recordOf(snapshot, id, repo);
    const ask = asks.get(foldRepository(repo));
    if (!ask) asks.set(foldRepository(repo), { repo, ...name, projects: [id], known });
    else {
      ask.projects.push(id);
      if (known && known.checked > (ask.known?.checked ?? '')) ask.known = known;
    }
  }
  const age = (ask: Ask) => ask.known?.checked ?? '';
  return [...asks.values()].sort(
    (a, b) => (age(a) < age(b) ? -1 : Number(age(a) > age(b))) || (a.repo < b.repo ? -1 : 1),
  );
}

/** What came of asking about one repository. */
export type Answer =
  | { kind: 'facts'; facts: RepositoryFacts }
  | { kind: 'unchanged' }
  /** `blocked`: GitHub took it down. `replacedBy`: another repository now has the address. */
  | { kind: 'missing'; blocked: boolean; replacedBy: string | null }
  /** `unanswered`: nothing came back at all, so that the fault may be this machine's. */
  | { kind: 'failed'; why: string; unanswered: boolean };

/** Enters an answer into the snapshot. Gives a new one; what could not be asked stays as it was. */
export function withAnswer(snapshot: GitHubSnapshot, ask: Ask, answer: Answer, today: string): GitHubSnapshot {
  const perProject = <Item>(item: (project: string) => Item) =>
    Object.fromEntries(ask.projects.map((project) => [project, item(project)]));
  if (answer.kind === 'missing') {
    const missing = perProject((project) => {
      const before = snapshot.missing[project];
      return { repo: ask.repo, since: before && sameRepository(before.repo, ask.repo) ? before.since : today };
    });
    return { ...snapshot, missing: { ...snapshot.missing, ...missing } };
  }
  const facts = answer.kind === 'facts' ? answer.facts : answer.kind === 'unchanged' ? ask.known : null;
  if (!facts) return snapshot;
  const found = perProject(() => ({ ...facts, repo: ask.repo, checked: today }));
  const missing = Object.entries(snapshot.missing).filter(([project]) => !ask.projects.includes(project));
  return {
    ...snapshot,
    repositories: { ...snapshot.repositories, ...found },
    missing: Object.fromEntries(missing),
  };
}

/** Drops what the snapshot says about projects that are no more, or that have another repository now. */
export function pruned(snapshot: GitHubSnapshot, projects: readonly { id: string; repo: string }[]): GitHubSnapshot {
  const repoOf = new Map(projects.map(({ id, repo }) => [id, repo]));
  const repositories = Object.entries(snapshot.repositories).filter(
    ([id]) => repoOf.has(id) && recordOf(snapshot, id, repoOf.get(id)!) !== null,
  );
  const missing = Object.entries(snapshot.missing).filter(
    ([id, { repo }]) => repoOf.has(id) && sameRepository(repo, repoOf.get(id)!),
  );
  return { ...snapshot, repositories: Object.fromEntries(repositories), missing: Object.fromEntries(missing) };
}
