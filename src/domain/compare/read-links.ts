import { isWithoutWeights } from '../catalog/kinds.ts';
import type { Paths } from '../paths.ts';
import type { ComparedEntry, CompareItem, CompareValue } from './model.ts';
import type { CompareWords } from './words.ts';

/** Hosts whose addresses are known by owner and name alone. */
const HUBS = ['github.com', 'huggingface.co'];

/** Writes an address as people name it: `zai-org/ChatGLM-6B`, `arxiv.org/abs/2406.12793`. */
function linkItem(href: string): CompareItem {
  const { hostname, pathname } = new URL(href);
  const host = hostname.replace(/^www\./, '');
  const path = pathname.replace(/\/+$/, '');
  const text = HUBS.includes(host) && path !== '' ? path.slice(1) : host + path;
  return { text, href, external: true, lang: 'en' };
}

type Single = 'repo' | 'paper' | 'demo' | 'homepage' | 'data';

/** Reads a link that there is one of; unknown where there is none. */
export function readLink(name: Single) {
  return ({ project }: ComparedEntry): CompareValue => {
    const href = project.links[name];
    return href === null ? [] : [linkItem(href)];
  };
}

/** Pages that the weights are downloaded from. */
export function readWeights({ project }: ComparedEntry): CompareValue {
  const { weights } = project.links;
  if (weights.length > 0) return weights.map(linkItem);
  return isWithoutWeights(project.kind) ? 'inapplicable' : 'none';
}

/** Addresses that the repository had before. */
export function readMovedFrom({ project }: ComparedEntry): CompareValue {
  const { movedFrom } = project.links;
  return movedFrom.length > 0 ? movedFrom.map(linkItem) : 'none';
}

/** Other entries that live in the same repository. */
export function readSharedWith({ project, names }: ComparedEntry, _: CompareWords, paths: Paths): CompareValue {
  const { repoSharedWith } = project.links;
  if (repoSharedWith.length === 0) return 'none';
  return repoSharedWith.map((id) => ({ text: names.projects[id] ?? id, href: paths.project(id) }));
}
