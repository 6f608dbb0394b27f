import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Finding } from './finding.ts';
import { GUIDE_FIGURES } from '../schema/guide.ts';
import type { CollectionName } from '../schema/collections.ts';
import { bodyTree } from './markdown.ts';
import type { Rule } from './rule.ts';
import type { Source } from './source.ts';

/** Components that the `.mdx` files of a folder may use, without import. */
const MDX_COMPONENTS: Partial<Record<CollectionName, readonly string[]>> = { guides: GUIDE_FIGURES };

const CODE = 'body-safety';

interface Problem {
  message: string;
  hint: string;
}

/** Tells whether a link's target stays with http(s), a path of this site or a fragment. Entities and control characters are already decoded. */
function isSafeTarget(target: string): boolean {
  const squeezed = target.replace(/[\u0000-\u0020\u007f-\u009f\u200b-\u200f\u2028-\u202e\ufeff]/g, '');
  const scheme = /^([^/?#]*?):/.exec(squeezed)?.[1];
  return scheme === undefined || /^(?:https?|mailto)$/i.test(scheme);
}

function linkProblem(url: string): Problem | undefined {
  if (isSafeTarget(url)) return undefined;
  return { message: `链接 '${url.slice(0, 40)}' 的协议不能用。`, hint: '只写 https:// 开头的网址或站内路径' };
}

function imageProblem(url: string): Problem | undefined {
  if (/^\/(?!\/)/.test(url) || /^\.{1,2}\//.test(url)) return undefined;
  return {
    message: `图片 '${url.slice(0, 40)}' 来自别的网站。`,
    hint: '把图放进 public/，用 / 开头的路径；或者改成链接',
  };
}

function elementProblem(name: string | null, allowed: readonly string[]): Problem | undefined {
  if (name && allowed.includes(name)) return undefined;
  const listed = allowed.length > 0 ? `只能用：${allowed.join('、')}` : '这里没有可用的组件';
  return { message: `不能用 <${name ?? ''}>。`, hint: `${listed}；改用普通 Markdown` };
}

function problemOf(node: Nodes, components: readonly string[]): Problem | undefined {
  switch (node.type) {
    case 'html':
      return { message: '正文里不能写 HTML。', hint: '改用 Markdown；要显示尖括号就放进反引号' };
    case 'link':
    case 'definition':
      return linkProblem(node.url);
    case 'image':
      return imageProblem(node.url);
    case 'imageReference':
      return { message: '正文里不用引用式图片。', hint: '写成 ![说明](/图片路径)' };
    case 'mdxjsEsm':
      return { message: '正文里不能写 import 或 export。', hint: '删掉这一行' };
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return { message: '正文里不能写 {表达式}。', hint: '要显示花括号就放进反引号' };
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement': {
      if (
        node.attributes.some((a) => a.type !== 'mdxJsxAttribute' || (typeof a.value === 'object' && a.value !== null))
      )
        return { message: '组件的属性里不能写 {表达式}。', hint: '属性值用引号写成文字' };
      return elementProblem(node.name, components);
    }
    default:
      return undefined;
  }
}

function check(source: Source): Finding[] {
  const findings: Finding[] = [];
  const report = (line: number, column: number, { message, hint }: Problem) =>
    findings.push({
      code: CODE,
      severity: 'error',
      file: source.file,
      line: line + source.bodyOffset,
      column,
      message,
      hint,
    });
  const components = MDX_COMPONENTS[source.collection] ?? [];
  let tree: Root;
  try {
    tree = bodyTree(source);
  } catch (error) {
    const at = (error as { place?: { line?: number; column?: number; start?: { line: number; column: number } } })
      .place;
    report(at?.line ?? at?.start?.line ?? 1, at?.column ?? at?.start?.column ?? 1, {
      message: 'MDX 读不通。',
      hint: '检查尖括号和花括号是否成对；不需要组件就改用 .md',
    });
    return findings;
  }
  visit(tree, (node) => {
    const problem = problemOf(node, components);
    if (problem) report(node.position?.start.line ?? 1, node.position?.start.column ?? 1, problem);
  });
  return findings;
}

/** Bodies are prose: no raw HTML, no code that runs, no link that is not a web address, no image of another site. */
export const bodySafetyRule: Rule = {
  code: CODE,
  title: '正文只写 Markdown：没有 HTML、脚本、外站图片和奇怪的链接',
  check: ({ sources }) => sources.filter((source) => source.body !== '').flatMap(check),
};
