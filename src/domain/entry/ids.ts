import { idSchema } from '../../schema/ids.ts';

/** Writes a name as an id: lower case, hyphens between words, dots kept within versions (`Llama 3.1` → `llama-3.1`). Empty where nothing of it is left, as of a Chinese name. */
export function idOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/(?<![0-9])\.|\.(?![0-9])/g, '-')
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
}

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
