import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Document,
  type Node,
  type YAMLError,
} from 'yaml';
import type { TextEdit } from './finding.ts';
import { quoteFix, tabFix } from './yaml-fixes.ts';

/** Path into the facts of a file: keys and list positions. */
export type FactLocation = readonly (string | number)[];

/** A stretch of a text: from `start` up to `end` (UTF-16 offsets). */
export interface Span {
  start: number;
  end: number;
}

/** Something that keeps a YAML text from being read. */
interface YamlProblem {
  /** UTF-16 offset in the YAML text. */
  offset: number;
  message: string;
  hint: string;
  fix?: TextEdit[];
}

/** A YAML text, read as far as it can be. */
export interface YamlFacts {
  /** The facts as plain data; undefined where there are problems. */
  raw: unknown;
  problems: YamlProblem[];
  /** Where a fact stands, its key first; the nearest parent where it is missing. */
  offsetOf: (path: FactLocation) => number;
  /** The value that stands at a path, and its key where it has one. Null where there is none. */
  spanOf: (path: FactLocation) => { key?: Span; value?: Span } | null;
  /** The document, for those who look at how something is written rather than at what it says. */
  document: Document | null;
}

/** Yaml's own error codes, said so that a contributor knows what to write. */
const SENTENCES: Record<string, readonly [message: string, hint: string]> = {
  DUPLICATE_KEY: ['同一个字段写了两次。', '只留一个'],
  TAB_AS_INDENT: ['缩进不能用 Tab。', '改成两个空格'],
  BAD_INDENT: ['缩进不齐。', '同一层的字段左边对齐，下一层多两个空格'],
  MISSING_CHAR: ['少了一个符号。', '检查引号、括号是否成对，冒号后面有没有空格'],
  TAG_RESOLVE_FAILED: ['不能用 YAML 标签（! 开头）。', '感叹号开头的文字给整个值加引号'],
  BAD_ALIAS: ['不能用 YAML 别名（* 和 &）。', '把内容直接写出来；星号开头的文字给整个值加引号'],
  MULTILINE_IMPLICIT_KEY: ['这几行读不出字段名。', '冒号后面要有空格；值里有冒号时给整个值加引号'],
  BLOCK_AS_IMPLICIT_KEY: ['值里又出现了冒号。', '值里有“: ”时给整个值加引号'],
  UNEXPECTED_TOKEN: ['这里多了不该有的符号。', '值以特殊符号开头时给整个值加引号'],
  BAD_SCALAR_START: ['值不能以这个符号开头。', '给整个值加引号'],
  MULTIPLE_DOCS: ['一个文件里只能有一份事实。', '删掉第二个 --- 和它后面的内容'],
  BAD_DQ_ESCAPE: ['双引号里的反斜杠写法不对。', '改用单引号'],
  BAD_PROP_ORDER: ['字段的写法不对。', '写成“字段: 值”'],
  IMPOSSIBLE: ['YAML 写法有误。', '对照别的条目改'],
  TOO_DEEP: ['括号套得太深。', '条目最多四层，检查括号是否成对'],
};

function sentence(code: string): readonly [string, string] {
  return SENTENCES[code] ?? [`YAML 写法有误（${code}）。`, '对照别的条目改：字段名、冒号、空格、值'];
}

function problemOf(text: string, error: YAMLError): YamlProblem {
  const [message, hint] = sentence(error.code);
  const fix = quoteFix(text, error.code, error.pos[0]) ?? tabFix(text, error.code, error.pos[0]);
  return { offset: error.pos[0], message, hint, ...(fix ? { fix } : {}) };
}

/** Anchors and aliases: harmless alone, but a few of them can stand for gigabytes. */
function aliasProblems(document: Document): YamlProblem[] {
  const problems: YamlProblem[] = [];
  const [message, hint] = sentence('BAD_ALIAS');
  visit(document, (_, node) => {
    if (isAlias(node) || (isNode(node) && 'anchor' in node && node.anchor))
      problems.push({ offset: (node as Node).range?.[0] ?? 0, message, hint });
  });
  return problems;
}

const spanOfNode = (node: unknown): Span | undefined =>
  isNode(node) && node.range ? { start: node.range[0], end: node.range[1] } : undefined;

/** The deepest key and value on a path that exist, and whether the whole path does. */
interface Walk {
  key?: Span;
  value?: Span;
  isWhole: boolean;
}

function walk(document: Document, path: FactLocation): Walk {
  let node: unknown = document.contents;
  const value = spanOfNode(node);
  let reached: Walk = { ...(value ? { value } : {}), isWhole: path.length === 0 };
  for (const [depth, step] of path.entries()) {
    let key: unknown;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair) break;
      key = pair.key;
      node = pair.value;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(step)];
      if (!isNode(item)) break;
      node = item;
    } else break;
    const keySpan = spanOfNode(key);
    const valueSpan = spanOfNode(node);
    reached = {
      ...(keySpan ? { key: keySpan } : {}),
      ...(valueSpan ? { value: valueSpan } : {}),
      isWhole: depth === path.length - 1,
    };
  }
  return reached;
}

const unread = (problems: YamlProblem[]): YamlFacts => ({
  raw: undefined,
  problems,
  offsetOf: () => 0,
  spanOf: () => null,
  document: null,
});

/** Deeper than any entry goes; the parser recurses, so a text of nothing but brackets would exhaust the stack. */
const MAX_DEPTH = 64;

/** Finds where brackets, or dashes on one line, are nested too deep to be meant; -1 where nowhere. */
function tooDeepAt(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) return i;
  }
  return new RegExp(`^[ \\t]*(?:[-?][ \\t]+){${MAX_DEPTH}}`, 'm').exec(text)?.index ?? -1;
}

/** Reads a YAML text. Never throws for what stands in it. */
export function readYaml(text: string): YamlFacts {
  const deep = tooDeepAt(text);
  if (deep >= 0) {
    const [message, hint] = sentence('TOO_DEEP');
    return unread([{ offset: deep, message, hint }]);
  }
  const document = parseDocument(text, {
    prettyErrors: false,
    uniqueKeys: true,
    logLevel: 'error',
  });
  const offsetOf = (path: FactLocation) => {
    const { key, value } = walk(document, path);
    return (key ?? value)?.start ?? 0;
  };
  const spanOf = (path: FactLocation) => {
    const { isWhole, ...spans } = walk(document, path);
    return isWhole ? spans : null;
  };
  const errors = [...document.errors, ...document.warnings];
  // Of many errors the first is the cause; those that follow from it would only confuse.
  const problems =
    errors.length > 0 ? distinct(errors.map((error) => problemOf(text, error))) : aliasProblems(document);
  const raw = problems.length > 0 ? undefined : (document.toJS({ maxAliasCount: 0 }) as unknown);
  return { raw, problems, offsetOf, spanOf, document };
}

/** One problem a place. */
function distinct(problems: readonly YamlProblem[]): YamlProblem[] {
  return [...new Map(problems.map((problem) => [problem.offset, problem])).values()];
}
