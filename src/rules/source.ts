import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document, type YAMLError } from 'yaml';
import { COLLECTIONS, type CollectionName, type CollectionSpec } from '../schema/collections.ts';
import type { Finding, Position } from './finding.ts';
import { schemaFindings } from './schema-findings.ts';
import { hiddenCharacters } from './text.ts';

/** Path into the facts of a file: keys and list positions. */
export type FactLocation = readonly (string | number)[];

/** A file of `content/`, parsed; `data` is null where the file is too broken to read. */
export interface Source {
  collection: CollectionName;
  id: string;
  /** Path from the project root. */
  file: string;
  extension: string;
  /** The facts as the schema gives them, or null where it refuses them. */
  data: unknown;
  /** The Markdown below the front matter; empty for YAML files. */
  body: string;
  /** Lines above the body. */
  bodyOffset: number;
  /** Finds where a fact stands; the nearest parent where it is missing. */
  locate: (path: FactLocation) => Position;
  findings: Finding[];
}

/** Splits front matter from body. Null where the file does not begin with a closed `---` block. */
function splitFrontMatter(text: string): { yaml: string; body: string; yamlOffset: number; bodyOffset: number } | null {
  const match = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!match) return null;
  const head = match[0];
  return {
    yaml: match[1] ?? '',
    body: text.slice(head.length),
    yamlOffset: 1,
    bodyOffset: head.split('\n').length - 1,
  };
}

/** Yaml's own error codes, said so that a contributor knows what to write. */
const YAML_SENTENCES: Record<string, string> = {
  DUPLICATE_KEY: '同一个字段写了两次，只留一个',
  TAB_AS_INDENT: '缩进不能用 Tab，改成两个空格',
  BAD_INDENT: '缩进不齐：同一层的字段要左对齐',
  MISSING_CHAR: '少了一个符号（引号、括号或冒号后的空格）',
  TAG_RESOLVE_FAILED: '不能用 YAML 标签（! 开头）',
  BAD_ALIAS: '不能用 YAML 别名（* 和 &）',
  MULTILINE_IMPLICIT_KEY: '冒号后面要有空格；值里有冒号时给整个值加引号',
};

function yamlSentence(error: YAMLError): string {
  return YAML_SENTENCES[error.code] ?? `YAML 写法有误（${error.code}）`;
}

/** Walks down the document and remembers the deepest node that exists. */
function nodeAt(document: Document, path: FactLocation): number | undefined {
  let node: unknown = document.contents;
  let offset = isNode(node) ? node.range?.[0] : undefined;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
      if (!pair) break;
      offset = isNode(pair.key) ? pair.key.range?.[0] : offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(step)];
      if (!isNode(item)) break;
      offset = item.range?.[0];
      node = item;
    } else break;
  }
  return offset;
}

/** The last part of a path: file name without its ending, and the ending. */
function splitFile(file: string): { id: string; extension: string } {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? { id: name, extension: '' } : { id: name.slice(0, dot), extension: name.slice(dot) };
}

/**
 * Reads one file of `content/` as far as it can be read: front matter with positions, schema, body.
 * Never throws for bad content; everything wrong is in `findings`.
 * @param file path from the project root, with forward slashes
 * @param text the file's text
 */
export function parseSource(collection: CollectionName, file: string, text: string): Source {
  const spec: CollectionSpec = COLLECTIONS[collection];
  const { id, extension } = splitFile(file);
  const source: Source = {
    collection,
    id,
    file,
    extension,
    data: null,
    body: '',
    bodyOffset: 0,
    locate: () => ({ line: 1, column: 1 }),
    findings: [],
  };
  const report = (code: string, message: string, hint?: string, at: Position = { line: 1, column: 1 }) =>
    source.findings.push({ code, severity: 'error', file, ...at, message, ...(hint ? { hint } : {}) });

  const name = spec.id.safeParse(id);
  if (!name.success)
    report('file-name', `文件名 '${id}' 不合规矩。`, name.error.issues[0]?.message ?? '文件名就是条目的 id');
  if (!spec.extensions.includes(extension))
    report('file-name', `这个目录里不收 '${extension || '没有后缀'}' 文件。`, `改用 ${spec.extensions.join(' 或 ')}`);

  const clean = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const hidden = hiddenCharacters(clean);
  for (const { message, hint, line, column } of hidden) report('hidden-character', message, hint, { line, column });
  if (hidden.length > 0) return source;

  const isYaml = extension === '.yml' || extension === '.yaml';
  const parts = isYaml ? { yaml: clean, body: '', yamlOffset: 0, bodyOffset: 0 } : splitFrontMatter(clean);
  if (!parts) {
    report('front-matter', '文件要以 --- 包住的事实开头，没有找到。', '第一行写 ---，事实写完再写一行 ---');
    return source;
  }
  source.body = parts.body;
  source.bodyOffset = parts.bodyOffset;

  const lines = new LineCounter();
  const document = parseDocument(parts.yaml, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    logLevel: 'error',
  });
  const position = (offset: number | undefined): Position => {
    if (offset === undefined) return { line: 1 + parts.yamlOffset, column: 1 };
    const { line, col } = lines.linePos(offset);
    return { line: line + parts.yamlOffset, column: col };
  };
  source.locate = (path) => position(nodeAt(document, path));
  const errors = [...document.errors, ...document.warnings];
  for (const error of errors) report('yaml-syntax', `${yamlSentence(error)}。`, undefined, position(error.pos[0]));
  if (errors.length > 0) return source;

  let raw: unknown;
  try {
    raw = document.toJS({ maxAliasCount: 0 });
  } catch {
    report('yaml-syntax', `${YAML_SENTENCES['BAD_ALIAS']}。`, '把内容直接写出来');
    return source;
  }
  const parsed = spec.schema.safeParse(raw ?? {});
  if (parsed.success) source.data = parsed.data;
  else source.findings.push(...schemaFindings(spec.schema, parsed.error, raw, file, source.locate));
  return source;
}

/** Stands for something in a folder of `content/` that cannot be read as a file, such as a folder. */
export function unreadableSource(collection: CollectionName, file: string, message: string, hint: string): Source {
  const at = { line: 1, column: 1 };
  return {
    collection,
    ...splitFile(file),
    file,
    data: null,
    body: '',
    bodyOffset: 0,
    locate: () => at,
    findings: [{ code: 'file-name', severity: 'error', file, ...at, message, hint }],
  };
}
