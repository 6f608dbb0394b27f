import { isMap, isScalar, parseDocument, type Pair } from 'yaml';
import type { Answers } from './answers.ts';
import { bodyAnswers, bodyOf } from './body.ts';
import { answersOf, factsOf, type Facts } from './facts.ts';
import { PROJECT_FIELDS, PROJECT_QUESTIONS } from './fields.ts';
import { keyLines } from './write-yaml.ts';

/** A file taken apart at its front matter. */
interface Parts {
  head: string;
  body: string;
}

function split(text: string): Parts | null {
  const match = /^\uFEFF?---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(text.replace(/\r\n?/g, '\n'));
  return match ? { head: match[1] ?? '', body: text.replace(/\r\n?/g, '\n').slice(match[0].length) } : null;
}

function factsIn(head: string): Facts | null {
  const document = parseDocument(head, { logLevel: 'silent' });
  if (document.errors.length > 0 || !isMap(document.contents)) return null;
  try {
    return document.toJS({ maxAliasCount: 0 }) as Facts;
  } catch {
    return null;
  }
}

/** Reads an entry's file back into the answers that it stands for, so that it can be corrected; null where it cannot be read. */
export function answersFromFile(text: string): Record<string, string> | null {
  const parts = split(text);
  const facts = parts && factsIn(parts.head);
  return parts && facts ? { ...answersOf(facts), ...bodyAnswers(parts.body) } : null;
}

/** Where the lines of a key begin and end in the front matter: its comment at the line's end included, lines between keys not. */
interface Span {
  key: string;
  start: number;
  end: number;
}

function spansOf(head: string): Span[] {
  const { contents } = parseDocument(head, { logLevel: 'silent' });
  if (!isMap(contents)) return [];
  return (contents.items as Pair[]).flatMap(({ key, value }) => {
    if (!isScalar(key) || !key.range) return [];
    const end = (value as { range?: [number, number, number] } | null)?.range?.[1] ?? key.range[1];
    // A block's range reaches to where the next key begins.
    const last = head.slice(0, end).trimEnd().length;
    const lineEnd = head.indexOf('\n', last);
    return [{ key: String(key.value), start: key.range[0], end: lineEnd < 0 ? head.length : lineEnd + 1 }];
  });
}

const ORDER = new Map(PROJECT_QUESTIONS.map(({ key }, i) => [key, i]));

/** Finds where a key that is new belongs: after the last key that stands before it in the schema's order. */
function placeFor(key: string, spans: readonly Span[]): number {
  const before = spans.filter((span) => (ORDER.get(span.key) ?? -1) < ORDER.get(key)!);
  return before.at(-1)?.end ?? 0;
}

/** Lists whose order says nothing: boxes that were ticked. */
const UNORDERED: ReadonlySet<string> = new Set(
  PROJECT_FIELDS.filter(({ kind }) => kind === 'choices').map(({ key }) => key),
);

type Item = Readonly<Record<string, unknown>>;

function isSameSet(a: unknown, b: unknown): boolean {
  return Array.isArray(a) && Array.isArray(b) && equal([...a].sort(), [...b].sort());
}

/** Leaves ticked boxes in the order in which the file has them; items of a group are told by their `id`, else by their place. */
function inOldOrder(value: unknown, old: unknown): unknown {
  if (typeof value !== 'object' || value === null || typeof old !== 'object' || old === null) return value;
  if (Array.isArray(value) && Array.isArray(old)) {
    const byId = new Map((old as Item[]).map((item) => [item?.['id'], item]));
    return value.map((item: Item, i) => inOldOrder(item, (item?.['id'] && byId.get(item['id'])) || old[i]));
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const before = (old as Item)[key];
      return [key, UNORDERED.has(key) && isSameSet(inner, before) ? before : inner];
    }),
  );
}

const equal = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * Writes an entry's file anew where the answers differ from it, and leaves every other byte: the lines of a changed
 * key are replaced, a key that is new stands in its place, one that is gone is taken out.
 * Returns the text as it was where nothing differs, null where the file cannot be read.
 */
export function editedFile(text: string, answers: Answers): string | null {
  const parts = split(text);
  const old = parts && factsIn(parts.head);
  if (!parts || !old) return null;
  const said = factsOf(answers);
  const spans = spansOf(parts.head);
  const edits: { start: number; end: number; text: string }[] = [];
  for (const { key } of PROJECT_QUESTIONS) {
    const span = spans.find((one) => one.key === key);
    const now = inOldOrder(said[key], old[key]);
    // What the form cannot tell from nothing, such as a key with an empty list, stays.
    if (equal(factsOf(answersOf({ [key]: old[key] }))[key], now)) continue;
    const place = span ?? { start: placeFor(key, spans), end: placeFor(key, spans) };
    edits.push({ start: place.start, end: place.end, text: key in said ? `${keyLines(key, now)}\n` : '' });
  }
  const head = edits
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end), parts.head);
  const body = equal(bodyAnswers(parts.body), bodyAnswers(bodyOf(answers))) ? parts.body : `\n${bodyOf(answers)}`;
  if (head === parts.head && body === parts.body) return text;
  return `---\n${head}---\n${body}`;
}
