import type { Plugin } from 'vite';

/** The two packages that read MDX, and what stands for them where none is read. */
const STAND_INS: Readonly<Record<string, string>> = {
  'mdast-util-mdx': 'export const mdxFromMarkdown = () => [];',
  'micromark-extension-mdxjs': 'export const mdxjs = () => ({});',
};

const PREFIX = '\0without-mdx:';

/**
 * Keeps the reader of MDX, with a whole JavaScript parser in it, out of what browsers download. The form for entries
 * runs the content's rules there, and writes Markdown files alone.
 */
export function withoutMdx(): Plugin {
  return {
    name: 'without-mdx',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    resolveId: (id) => (id in STAND_INS ? PREFIX + id : undefined),
    load: (id) => (id.startsWith(PREFIX) ? STAND_INS[id.slice(PREFIX.length)] : undefined),
  };
}
