import { nearest } from '../domain/search/nearest.ts';
import { COLLECTION_NAMES, COLLECTIONS, type CollectionName, type CollectionSpec } from '../schema/collections.ts';
import type { Finding, Position, TextEdit } from './finding.ts';
import { schemaFindings } from './schema-findings.ts';
import { hiddenCharacters, positionIn } from './text.ts';
import { readYaml, type FactLocation, type Span, type YamlFacts } from './yaml-facts.ts';

export type { FactLocation } from './yaml-facts.ts';

/** A file of `content/`, parsed; `data` is null where the file is too broken to read. */
export interface Source {
  collection: CollectionName;
  id: string;
  /** Path from the project root. */
  file: string;
  extension: string;
  /** The file as read. */
  text: string;
  /** The facts as the schema gives them, or null where it refuses them. */
  data: unknown;
  /** The Markdown below the front matter; empty for YAML files. */
  body: string;
  /** Lines above the body. */
  bodyOffset: number;
  /** The YAML that holds the facts, and where in the file it begins; null where it could not be read. */
  facts: { yaml: string; start: number; read: YamlFacts } | null;
  /** Finds where a fact stands; the nearest parent where it is missing. */
  locate: (path: FactLocation) => Position;
  /** The key and value that stand at a path, as stretches of the file's text; null where there is none. */
  spanOf: (path: FactLocation) => { key?: Span; value?: Span } | null;
  findings: Finding[];
}

/** A longer file is no entry; it would only make everything slow. UTF-16 units. */
const MAX_LENGTH = 200_000;

/** Splits front matter from body. Null where the file does not begin with a closed `---` block. */
function splitFrontMatter(text: string): { yaml: string; yamlStart: number; body: string; bodyOffset: number } | null {
  const match = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!match) return null;
  const head = match[0];
  return {
    yaml: match[1] ?? '',
    yamlStart: head.indexOf('\n') + 1,
    body: text.slice(head.length),
    bodyOffset: head.split('\n').length - 1,
  };
}

/** The last part of a path: file name without its ending, and the ending. */
function splitFile(file: string): { id: string; extension: string } {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? { id: name, extension: '' } : { id: name.slice(0, dot), extension: name.slice(dot) };
}

const START: Position = { line: 1, column: 1 };

function emptySource(collection: CollectionName, file: string, text: string): Source {
  return {
    collection,
    ...splitFile(file),
    file,
    text,
    data: null,
    body: '',
    bodyOffset: 0,
    facts: null,
    locate: () => START,
    spanOf: () => null,
    findings: [],
  };
}

const shift = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });
const shiftEdits = (edits: readonly TextEdit[], by: number) => edits.map((edit) => ({ ...edit, ...shift(edit, by) }));

/** What kind of name this is: for people who open the folder for the first time. */
function nameFindings(spec: CollectionSpec, { id, extension, file }: Source): Finding[] {
  const findings: Finding[] = [];
  const report = (message: string, hint: string, actual: string) =>
    findings.push({ code: 'file-name', severity: 'error', file, ...START, message, hint, actual });
  const name = spec.id.safeParse(id);
  if (!name.success) report(`文件名 '${id}' 不合规矩。`, name.error.issues[0]?.message ?? '文件名就是条目的 id', id);
  if (!spec.extensions.includes(extension))
    report(`这个目录里不收 '${extension || '没有后缀'}' 文件。`, `改用 ${spec.extensions.join(' 或 ')}`, extension);
  return findings;
}

/**
 * Reads one file of `content/` as far as it can be read: front matter with positions, schema, body.
 * Never throws for bad content; everything wrong is in `findings`.
 * @param file path from the project root, with forward slashes
 * @param text the file's text
 */
export function parseSource(collection: CollectionName, file: string, text: string): Source {
  const spec: CollectionSpec = COLLECTIONS[collection];
  const source = emptySource(collection, file, text);
  source.findings.push(...nameFindings(spec, source));
  const report = (code: string, message: string, hint: string, at: Position = START, fix?: readonly TextEdit[]) =>
    source.findings.push({ code, severity: 'error', file, ...at, message, hint, ...(fix ? { fix } : {}) });

  if (text.length > MAX_LENGTH) {
    report('file-size', `文件有 ${text.length} 个字符，太大了。`, `一个条目最多 ${MAX_LENGTH} 个字符`);
    return source;
  }
  // A byte-order mark is taken off; offsets below count from the file's first character all the same.
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const clean = text.slice(mark);
  const hidden = hiddenCharacters(clean);
  for (const { message, hint, line, column, fix } of hidden)
    report('hidden-character', message, hint, { line, column }, fix && shiftEdits(fix, mark));
  if (hidden.length > 0) return source;

  const isYaml = source.extension === '.yml' || source.extension === '.yaml';
  const parts = isYaml ? { yaml: clean, yamlStart: 0, body: '', bodyOffset: 0 } : splitFrontMatter(clean);
  if (!parts) {
    report('front-matter', '文件要以 --- 包住的事实开头，没有找到。', '第一行写 ---，事实写完再写一行 ---');
    return source;
  }
  source.body = parts.body;
  source.bodyOffset = parts.bodyOffset;

  const read = readYaml(parts.yaml);
  const start = parts.yamlStart + mark;
  const position = (offset: number) => positionIn(clean, parts.yamlStart + offset);
  source.facts = { yaml: parts.yaml, start, read };
  source.locate = (path) => position(read.offsetOf(path));
  source.spanOf = (path) => {
    const spans = read.spanOf(path);
    if (!spans) return null;
    const { key, value } = spans;
    return { ...(key ? { key: shift(key, start) } : {}), ...(value ? { value: shift(value, start) } : {}) };
  };
  for (const { offset, message, hint, fix } of read.problems)
    report('yaml-syntax', message, hint, position(offset), fix && shiftEdits(fix, start));
  if (read.problems.length > 0) return source;

  const parsed = spec.schema.safeParse(read.raw ?? {});
  if (parsed.success) source.data = parsed.data;
  else source.findings.push(...schemaFindings(spec.schema, parsed.error, read.raw, source));
  return source;
}

/** Stands for something below `content/` that is not read at all. */
function unread(collection: CollectionName, file: string, code: string, message: string, hint: string): Source {
  const source = emptySource(collection, file, '');
  source.findings.push({ code, severity: 'error', file, ...START, message, hint });
  return source;
}

/** Stands for something in a folder of `content/` that cannot be read as a file, such as a folder. */
export function unreadableSource(collection: CollectionName, file: string, message: string, hint: string): Source {
  return unread(collection, file, 'file-name', message, hint);
}

/** Stands for something that lies in `content/` itself, where no folder of that name is read. */
export function misplacedSource(file: string): Source {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const near = nearest(name, COLLECTION_NAMES);
  const hint = near ? `你是不是想放进 content/${near}/？` : `放进其中一个目录：${COLLECTION_NAMES.join('、')}`;
  return unread('projects', file, 'file-place', `content/ 下面没有 '${name}' 这个目录，里面的东西不会被读到。`, hint);
}
