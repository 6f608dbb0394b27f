import { isCollection, isMap, isNode, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { flow } from '../domain/entry/write-yaml.ts';
import type { Source } from './source.ts';

/** A change to one fact: `set` writes it, whatever stood there; `add` puts it at the end of a list. */
export interface Edit {
  op: 'set' | 'add';
  path: readonly [string, ...string[]];
  value: unknown;
  /** Keys after the last of which a fact that is not there yet is put, in their order. */
  after?: readonly string[];
}

/** Why an edit is left to a person. */
class NotEditable extends Error {}

type Splice = { start: number; end: number; text: string };

/** Ends of a node's own text, blanks after it left out. */
function extent(yaml: string, node: Node): { start: number; end: number } {
  const [start, end] = node.range!;
  return { start, end: start + yaml.slice(start, end).trimEnd().length };
}

function lineStart(yaml: string, offset: number): number {
  return yaml.lastIndexOf('\n', offset - 1) + 1;
}

/** The end of the line that `offset` is on, before its line break. */
function lineEnd(yaml: string, offset: number): number {
  const end = yaml.indexOf('\n', offset);
  const stop = end === -1 ? yaml.length : end;
  return yaml[stop - 1] === '\r' ? stop - 1 : stop;
}

function pairOf(map: YAMLMap, key: string): Pair<Node, Node | null> | undefined {
  return map.items.find((item) => isScalar(item.key) && item.key.value === key) as Pair<Node, Node | null> | undefined;
}

function hasComment(node: Node): boolean {
  let found = false;
  visit(node, (_, inner) => {
    if (isNode(inner) && (inner.comment || inner.commentBefore)) found = true;
  });
  return found;
}

/** Replaces the value of a key by one on the key's own line. */
function replaced(yaml: string, pair: Pair<Node, Node | null>, value: unknown): Splice {
  const colon = yaml.indexOf(':', pair.key.range![1]);
  const { start, end } = pair.value ? extent(yaml, pair.value) : { start: colon + 1, end: colon + 1 };
  if (pair.value && isCollection(pair.value) && hasComment(pair.value)) throw new NotEditable('这里有注释');
  if (pair.value && isScalar(pair.value) && start < end) return { start, end, text: flow(value) };
  return { start: colon + 1, end: Math.max(end, colon + 1), text: ` ${flow(value)}` };
}

/** Puts a key that is not there yet behind the last of the keys that go before it. */
function inserted(yaml: string, map: YAMLMap, key: string, edit: Edit, eol: string): Splice {
  const before = (edit.after ?? []).map((name) => pairOf(map, name)).filter((pair) => pair !== undefined);
  const last = before.at(-1) ?? (map.items.at(-1) as Pair<Node, Node | null> | undefined);
  if (!last) throw new NotEditable('上一级是空的');
  const { end } = extent(yaml, last.value ?? last.key);
  if (map.flow) return { start: end, end, text: `, ${key}: ${flow(edit.value)}` };
  const at = lineEnd(yaml, end);
  const indent = ' '.repeat(last.key.range![0] - lineStart(yaml, last.key.range![0]));
  return { start: at, end: at, text: `${eol}${indent}${key}: ${flow(edit.value)}` };
}

/** Puts a value behind the last of a list, in the style of that one. */
function appended(yaml: string, seq: YAMLSeq, value: unknown, eol: string): Splice {
  const last = seq.items.at(-1) as Node | undefined;
  const own = extent(yaml, seq);
  if (!last) return { ...own, text: `[${flow(value)}]` };
  const { start, end } = extent(yaml, last);
  if (seq.flow) return { start: end, end, text: `, ${flow(value)}` };
  const dash = yaml.lastIndexOf('-', start - 1);
  const indent = ' '.repeat(dash - lineStart(yaml, dash));
  const at = lineEnd(yaml, end);
  const inBlock = isMap(last) && !last.flow && typeof value === 'object' && value !== null;
  const text = inBlock
    ? Object.entries(value)
        .map(([key, item]) => `${key}: ${flow(item)}`)
        .join(`${eol}${indent}  `)
    : flow(value);
  return { start: at, end: at, text: `${eol}${indent}- ${text}` };
}

function spliceFor(yaml: string, edit: Edit, eol: string): Splice {
  let map: unknown = parseDocument(yaml).contents;
  for (const key of edit.path.slice(0, -1)) map = isMap(map) ? pairOf(map, key)?.value : undefined;
  if (!isMap(map)) throw new NotEditable(`没有 ${edit.path.slice(0, -1).join('.')}`);
  const key = edit.path.at(-1)!;
  const pair = pairOf(map, key);
  if (edit.op === 'add' && pair && isSeq(pair.value)) return appended(yaml, pair.value, edit.value, eol);
  const value = edit.op === 'add' ? [edit.value] : edit.value;
  return pair ? replaced(yaml, pair, value) : inserted(yaml, map, key, { ...edit, value }, eol);
}

/** Does to plain facts what the edit does to the text. */
function editFacts(facts: Record<string, unknown>, { op, path, value }: Edit): void {
  let at = facts;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
  const key = path.at(-1)!;
  at[key] = op === 'set' ? value : [...((at[key] as unknown[] | undefined) ?? []), value];
}

/** A value as text in which the order of keys makes no difference. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/**
 * Edits facts in a file's front matter and touches nothing else: comments, order, quotes, line ends and the body stay
 * byte for byte. The result is read back; where it does not say exactly what was meant, the edit is refused.
 * @returns the new text, or in one phrase why it was left to a person
 */
export function editFrontMatter(
  { text, facts }: Pick<Source, 'text' | 'facts'>,
  edits: readonly Edit[],
): { text: string } | { refused: string } {
  if (!facts || facts.read.problems.length > 0) return { refused: '事实读不出来' };
  const { yaml: old, start: head } = facts;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const wanted = parseDocument(old).toJS() as Record<string, unknown>;
  let yaml = old;
  try {
    for (const edit of edits) {
      const { start, end, text: put } = spliceFor(yaml, edit, eol);
      yaml = yaml.slice(0, start) + put + yaml.slice(end);
      editFacts(wanted, edit);
    }
  } catch (error) {
    if (error instanceof NotEditable) return { refused: error.message };
    throw error;
  }
  const reread = parseDocument(yaml);
  if (reread.errors.length > 0 || canonical(reread.toJS()) !== canonical(wanted))
    return { refused: '这种写法不会自动改' };
  return { text: text.slice(0, head) + yaml + text.slice(head + old.length) };
}
