import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { gfm } from 'micromark-extension-gfm';
import { mdxjs } from 'micromark-extension-mdxjs';
import type { Source } from './source.ts';

/** Parses with the same dialect as the site renders: GFM, and MDX where the file is `.mdx`. Throws on MDX that does not parse. */
function parseMarkdown(text: string, isMdx: boolean): Root {
  return fromMarkdown(text, {
    extensions: isMdx ? [gfm(), mdxjs()] : [gfm()],
    mdastExtensions: isMdx ? [gfmFromMarkdown(), mdxFromMarkdown()] : [gfmFromMarkdown()],
  });
}

/** Trees by source: three rules look at each body, and parsing is what a check spends most of its time on. */
const trees = new WeakMap<Source, Root>();

/** Gives the tree of a body, parsed once. Throws on MDX that does not parse. */
export function bodyTree(source: Source): Root {
  let tree = trees.get(source);
  if (!tree) {
    tree = parseMarkdown(source.body, source.extension === '.mdx');
    trees.set(source, tree);
  }
  return tree;
}
