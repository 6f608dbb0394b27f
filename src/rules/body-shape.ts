import type { Heading, Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Finding } from './finding.ts';
import { parseMarkdown } from './markdown.ts';
import { findingAt, type Rule } from './rule.ts';
import type { Source } from './source.ts';

/** The second-level headings of an entry, in this order. */
const BODY_HEADINGS = ['是什么', '技术路线', '开放了什么', '怎么开始', '局限与争议'] as const;

/** Bounds of an entry's body in characters, blanks and headings left out. */
const BODY_LENGTH = { min: 200, max: 600 } as const;

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function check(source: Source): Finding[] {
  let tree;
  try {
    tree = parseMarkdown(source.body, source.extension === '.mdx');
  } catch {
    return []; // body-safety says why it cannot be read
  }
  const findings: Finding[] = [];
  const at = (line: number, message: string, hint: string) =>
    findings.push({
      code: 'body-shape',
      severity: 'error',
      file: source.file,
      line: line + source.bodyOffset,
      column: 1,
      message,
      hint,
    });
  const agreed: readonly string[] = BODY_HEADINGS;
  const headings: string[] = [];
  visit(tree, 'heading', (node: Heading) => {
    const text = textOf(node);
    const line = node.position?.start.line ?? 1;
    if (node.depth !== 2) {
      at(line, `标题 '${text}' 要用二级（##）。`, '条目里只有二级标题');
      return;
    }
    if (!agreed.includes(text)) {
      at(line, `没有 '${text}' 这个标题。`, `用：${BODY_HEADINGS.join('、')}`);
      return;
    }
    const last = headings.at(-1);
    if (last !== undefined && agreed.indexOf(text) <= agreed.indexOf(last))
      at(line, `标题 '${text}' 的次序不对或重复了。`, `次序是：${BODY_HEADINGS.join('、')}`);
    headings.push(text);
  });
  const prose = tree.children
    .filter((node) => node.type !== 'heading')
    .map(textOf)
    .join('');
  const length = [...prose.replace(/\s+/g, '')].length;
  if (length < BODY_LENGTH.min || length > BODY_LENGTH.max)
    findings.push({
      ...findingAt(source, 'body-shape', [], `正文 ${length} 字，应在 ${BODY_LENGTH.min}–${BODY_LENGTH.max} 字之间。`),
      line: source.bodyOffset + 1,
      column: 1,
    });
  return findings;
}

/** An entry's body has the agreed headings in the agreed order, and a length that a phone reader finishes. */
export const bodyShapeRule: Rule = {
  code: 'body-shape',
  title: '条目正文用约定的标题，200–600 字',
  check: ({ projects }) => projects.filter((source) => source.body.trim() !== '').flatMap(check),
};
