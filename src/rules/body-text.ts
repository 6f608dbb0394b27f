import type { Nodes } from 'mdast';

/** The text of a Markdown node and everything below it, signs and addresses left out. */
export function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** Counts the characters of a text as a reader sees them, blanks left out. */
export function lengthOf(text: string): number {
  return [...text.replace(/\s+/g, '')].length;
}
