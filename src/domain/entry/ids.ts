import { idSchema } from '../../schema/ids.ts';
import { idOf } from './id-of.ts';

/** The owner and name of a repository's address. */
export function repositoryParts(url: string): { owner: string; name: string } | undefined {
  const match = /^(?:https?:\/\/)?(?:www\.)?github\.com\/([\w.-]+)\/([\w.-]+?)(?:\.git)?(?:[/#?].*)?$/i.exec(
    url.trim(),
  );
  return match ? { owner: match[1]!, name: match[2]! } : undefined;
}

/** Suggests ids that are free, the likeliest first: from the name, the repository's name, and both with the owner before them. */
export function suggestIds(name: string, repo: string, taken: ReadonlySet<string>): string[] {
  const parts = repositoryParts(repo);
  const candidates = [
    idOf(name),
    ...(parts ? [idOf(parts.name), idOf(`${parts.owner} ${name}`), idOf(`${parts.owner} ${parts.name}`)] : []),
  ];
  return [...new Set(candidates)].filter((id) => idSchema.safeParse(id).success && !taken.has(id));
}
