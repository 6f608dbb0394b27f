import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { gfm } from 'micromark-extension-gfm';
import { mdxjs } from 'micromark-extension-mdxjs';

/** Parses a body with the same dialect as the site renders: GFM, and MDX where the file is `.mdx`. Throws on MDX that does not parse. */
export function parseMarkdown(text: string, isMdx: boolean): Root {
  return fromMarkdown(text, {
    extensions: isMdx ? [gfm(), mdxjs()] : [gfm()],
    mdastExtensions: isMdx ? [gfmFromMarkdown(), mdxFromMarkdown()] : [gfmFromMarkdown()],
  });
}
