import type { Heading, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { PROJECT_SECTIONS } from '../schema/body.ts';
import type { CollectionName } from '../schema/collections.ts';
import { lengthOf, textOf } from './body-text.ts';
import type { Finding } from './finding.ts';
import { bodyTree } from './markdown.ts';
import { findingAt, type Rule } from './rule.ts';
import type { Source } from './source.ts';

/** How a body looks: its second-level headings in order (any where not given) and its length in characters, blanks and headings left out. */
interface Shape {
  headings?: readonly string[];
  min: number;
  max: number;
}

/** The shape of each folder's bodies; folders not named here are free. A phone reader finishes every one of them. */
const SHAPES: Partial<Record<CollectionName, Shape>> = {
  projects: { headings: PROJECT_SECTIONS.map(({ heading }) => heading), min: 200, max: 600 },
  datasets: { headings: [], min: 60, max: 400 },
  leaderboards: { headings: [], min: 60, max: 400 },
  guides: { min: 800, max: 1800 },
};

function headingFindings(source: Source, tree: Root, agreed: readonly string[] | undefined): Finding[] {
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
  const seen: string[] = [];
  visit(tree, 'heading', (node: Heading) => {
    const text = textOf(node);
    const line = node.position?.start.line ?? 1;
    if (agreed?.length === 0) {
      at(line, `这里不用标题 '${text}'。`, '直接写一两段话');
      return;
    }
    if (node.depth !== 2) {
      at(line, `标题 '${text}' 要用二级（##）。`, '正文里只有二级标题');
      return;
    }
    if (!agreed) return;
    if (!agreed.includes(text)) {
      at(line, `没有 '${text}' 这个标题。`, `用：${agreed.join('、')}`);
      return;
    }
    const last = seen.at(-1);
    if (last !== undefined && agreed.indexOf(text) <= agreed.indexOf(last))
      at(line, `标题 '${text}' 的次序不对或重复了。`, `次序是：${agreed.join('、')}`);
    seen.push(text);
  });
  return findings;
}

function check(source: Source): Finding[] {
  const shape = SHAPES[source.collection];
  if (!shape) return [];
  let tree;
  try {
    tree = bodyTree(source);
  } catch {
    return []; // body-safety says why it cannot be read
  }
  const findings = headingFindings(source, tree, shape.headings);
  const length = lengthOf(
    tree.children
      .filter((node) => node.type !== 'heading')
      .map(textOf)
      .join(''),
  );
  if (length < shape.min || length > shape.max)
    findings.push({
      ...findingAt(
        source,
        'body-shape',
        [],
        `正文 ${length} 字，应在 ${shape.min}–${shape.max} 字之间。`,
        length < shape.min ? '再写几句；还没想好就先整段不写' : '删去次要的，细节放进事实里',
        { actual: `${length} 字`, expected: `${shape.min}–${shape.max} 字` },
      ),
      line: source.bodyOffset + 1,
      column: 1,
    });
  return findings;
}

/** A body has the agreed headings in the agreed order, and a length that a phone reader finishes. */
export const bodyShapeRule: Rule = {
  code: 'body-shape',
  title: '正文用约定的标题，长短合适',
  check: ({ sources }) => sources.filter((source) => source.body.trim() !== '').flatMap(check),
};
