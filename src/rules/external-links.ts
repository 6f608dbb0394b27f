import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { archivedTarget, withoutFragment, type ExternalLink, type LinkPlace } from '../domain/upkeep/link-plan.ts';
import type { AuthoredProject } from '../schema/project.ts';
import { bodyTree } from './markdown.ts';
import type { FactLocation, Source } from './source.ts';

interface Found extends LinkPlace {
  url: string;
}

const WEB = /^https?:\/\/\S+$/i;

/** Every text below a value. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** The addresses of an entry that is called gone: they and the pages below them are no surprise when dead, wherever it cites them. */
function goneAddresses({ data }: Source): string[] {
  const { status, links } = (data ?? {}) as Partial<AuthoredProject>;
  return status?.state === 'unavailable' || status?.state === 'hoax' ? textsOf(links) : [];
}

/** Every web address among the facts, with its place. */
function inFacts(source: Source, value: unknown = source.data, path: FactLocation = []): Found[] {
  if (typeof value === 'string') {
    if (!WEB.test(value) || !URL.canParse(value)) return [];
    const isOld = path[0] === 'links' && path[1] === 'movedFrom';
    return [{ url: value, file: source.file, ...source.locate(path), expected: isOld ? 'old-address' : null }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    inFacts(source, item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** Every web address that the body links to, with its place. A body that does not parse has none: the checker says why. */
function inBody(source: Source): Found[] {
  let tree;
  try {
    tree = bodyTree(source);
  } catch {
    return [];
  }
  const found: Found[] = [];
  visit(tree, (node: Nodes) => {
    if (!('url' in node) || !WEB.test(node.url) || !URL.canParse(node.url)) return;
    const { line = 1, column = 1 } = node.position?.start ?? {};
    found.push({ url: node.url, file: source.file, line: line + source.bodyOffset, column, expected: null });
  });
  return found;
}

/** Lists every external address of the content once, with all its places, sorted by address. */
export function externalLinks(sources: readonly Source[]): ExternalLink[] {
  const links = new Map<string, ExternalLink>();
  for (const source of sources) {
    const found = [...inFacts(source), ...inBody(source)];
    const archived = new Set(found.map(({ url }) => archivedTarget(url)));
    const gone = goneAddresses(source);
    for (const { url: written, ...place } of found) {
      const url = withoutFragment(written);
      const link = links.get(url) ?? { url, places: [] };
      links.set(url, link);
      if (gone.some((own) => written === own || written.startsWith(`${own}/`))) place.expected = 'tombstone';
      else if (archived.has(url)) place.expected ??= 'archived';
      link.places.push(place);
    }
  }
  return [...links.values()].sort((a, b) => (a.url < b.url ? -1 : 1));
}
