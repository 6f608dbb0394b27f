import { z } from 'zod';
import type { Answers } from '../../domain/entry/answers.ts';
import { idOf } from '../../domain/entry/id-of.ts';
import { repositoryParts } from '../../domain/entry/ids.ts';
import { NEW_GROUPS } from '../../domain/entry/new-groups.ts';
import type { KnownFile } from '../../domain/entry/known.ts';
import { foldRepository } from '../../domain/catalog/names.ts';
import { t } from '../../i18n/index.ts';

const GITHUB_API = 'https://api.github.com';
const TIMEOUT_MS = 10_000;

/** The part of GitHub's answer about a repository that an entry can use; anything else about it may be missing. */
const repositorySchema = z.object({
  full_name: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
  description: z.string().nullish(),
  homepage: z.string().nullish(),
  created_at: z.iso.datetime().nullish(),
  archived: z.boolean().nullish(),
  license: z.object({ spdx_id: z.string().nullish() }).nullish(),
  owner: z.object({ login: z.string().regex(/^[\w.-]+$/), type: z.string().nullish() }).nullish(),
});

export type Repository = z.output<typeof repositorySchema>;

/** Why nothing was learnt. */
export type Miss = keyof typeof t.contribute.cli.offlineReasons;

/** Asks GitHub about a repository. Never throws: where nothing is learnt it says why. */
export async function lookUp(
  url: string,
  {
    api = GITHUB_API,
    token = '',
    signal,
  }: { api?: string | undefined; token?: string | undefined; signal?: AbortSignal },
): Promise<Repository | Miss> {
  const parts = repositoryParts(url);
  if (!parts) return 'missing';
  try {
    const response = await fetch(`${api.replace(/\/+$/, '')}/repos/${parts.owner}/${parts.name}`, {
      headers: {
        accept: 'application/vnd.github+json',
        'x-github-api-version': '2022-11-28',
        'user-agent': 'pingti-tujian',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), ...(signal ? [signal] : [])]),
    });
    if (response.status === 404) return 'missing';
    if (response.status === 403 || response.status === 429) return 'limited';
    if (!response.ok) return 'failed';
    const answer = repositorySchema.safeParse(await response.json());
    return answer.success ? answer.data : 'malformed';
  } catch (error) {
    return error instanceof SyntaxError ? 'malformed' : 'failed';
  }
}

/** The organisation of the catalogue that has this GitHub page, or undefined. */
function organizationOf(known: KnownFile, login: string): string | undefined {
  const page = foldRepository(`https://github.com/${login}`);
  return known.organizations.find(({ id, github }) => id === login || foldRepository(github ?? '') === page)?.id;
}

function licenseOf(known: KnownFile, spdx: string | null | undefined): string | undefined {
  return known.licenses.find(({ id }) => id === spdx)?.id;
}

/** What GitHub says about a repository, as answers. What an entry cannot use is left out. */
function repositoryFacts(repository: Repository, typed: string, known: KnownFile): Record<string, string> {
  const { full_name: name, homepage, created_at: created, archived, license, owner } = repository;
  const url = `https://github.com/${name}`;
  const code = licenseOf(known, license?.spdx_id);
  const page = homepage && URL.canParse(homepage) && /^https?:$/.test(new URL(homepage).protocol) ? homepage : '';
  return {
    'links.repo': url,
    ...(isMoved(repository, typed) ? { 'links.movedFrom': typed } : {}),
    ...(page ? { 'links.homepage': page } : {}),
    ...(created ? { released: created.slice(0, 10) } : {}),
    ...(code ? { 'licenses.code': code } : {}),
    ...(archived ? { 'status.state': 'archived' } : {}),
    ...(owner ? { organizations: organizationOf(known, owner.login) ?? idOf(owner.login) } : {}),
  };
}

/** Tells whether the address that was typed is an old one of the repository. */
export function isMoved(repository: Repository, typed: string): boolean {
  return foldRepository(typed) !== foldRepository(`https://github.com/${repository.full_name}`);
}

/** A minimal new organisation for an owner whom the catalogue does not know. */
function newOwner({ owner }: Repository, organizations: string, known: KnownFile, today: string): Answers {
  if (!owner || organizations !== idOf(owner.login) || organizationOf(known, owner.login) !== undefined) return {};
  const prefix = `${NEW_GROUPS.organizations}.0`;
  return {
    [`${prefix}.id`]: idOf(owner.login),
    [`${prefix}.name`]: owner.login,
    // A person's account is a person; what else an account stands for GitHub does not say.
    [`${prefix}.kind`]: owner.type === 'User' ? 'individual' : 'community',
    [`${prefix}.github`]: `https://github.com/${owner.login}`,
    [`${prefix}.accessed`]: today,
  };
}

/** Place of the evidence item about the repository: after all that a person gave. */
const LAST = 9000;

/**
 * Adds what GitHub says to what a person said, who is not overruled (but for the repository's own address), and one
 * evidence item with the day for the facts that came from there.
 */
export function withRepository(
  said: Answers,
  repository: Repository,
  known: KnownFile,
  today: string,
): Record<string, string> {
  const found = repositoryFacts(repository, said['links.repo'] ?? '', known);
  const merged: Record<string, string> = { ...found, ...said, 'links.repo': found['links.repo']! };
  const supports = Object.keys(found).filter((path) => merged[path] === found[path]);
  const item = {
    id: 'github-api',
    url: `${GITHUB_API}/repos/${repository.full_name}`,
    title: t.contribute.apiTitle(repository.full_name),
    accessed: today,
    supports: supports.map((path) => (path.startsWith('status.') ? 'status' : path)).join('\n'),
  };
  return {
    ...newOwner(repository, merged['organizations'] ?? '', known, today),
    ...merged,
    ...Object.fromEntries(Object.entries(item).map(([key, value]) => [`evidence.${LAST}.${key}`, value])),
  };
}
