import { isMap, isScalar, visit, type Pair, type Scalar } from 'yaml';
import { COLLECTIONS } from '../schema/collections.ts';
import type { Finding, TextEdit } from './finding.ts';
import { findingAt, type Rule } from './rule.ts';
import { keysAt } from './schema-walk.ts';
import type { Source } from './source.ts';
import { positionIn } from './text.ts';
import { singleQuoted } from './yaml-fixes.ts';

/** Where the comment lines right above an offset begin: they belong to the field below them. */
function withComments(text: string, offset: number): number {
  let start = text.lastIndexOf('\n', offset - 1) + 1;
  for (;;) {
    const before = text.lastIndexOf('\n', start - 2) + 1;
    if (start === 0 || !/^\s*#/.test(text.slice(before, start))) return start;
    start = before;
  }
}

/** The top-level fields in the order they are written, each with its stretch of the YAML text. */
function fieldsOf(source: Source): { name: string; start: number; end: number }[] {
  const { facts } = source;
  const map = facts?.read.document?.contents;
  if (!facts || !isMap(map) || map.flow) return [];
  const starts = (map.items as Pair[]).map(({ key }) => ({
    name: isScalar(key) ? String(key.value) : '',
    start: withComments(facts.yaml, (key as Scalar).range?.[0] ?? 0),
  }));
  return starts.map((field, i) => ({ ...field, end: starts[i + 1]?.start ?? facts.yaml.length }));
}

/** Puts the fields into the schema's order, comments and all. Undefined where the last line has no end to move with. */
function reordered(source: Source, order: readonly string[]): TextEdit[] | undefined {
  const fields = fieldsOf(source);
  const { yaml, start } = source.facts!;
  const texts = new Map(fields.map(({ name, start: from, end }) => [name, yaml.slice(from, end)]));
  const lineEnd = yaml.includes('\r\n') ? '\r\n' : '\n';
  const sorted = [...fields].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  const text = sorted.map(({ name }) => texts.get(name)!.replace(/\r?\n?$/, '')).join(lineEnd);
  const end = yaml.replace(/\r?\n$/, '').length;
  return [{ start: start + fields[0]!.start, end: start + end, text }];
}

/** Fields stand in the schema's order, so that two entries can be read side by side. */
export const keyOrderRule: Rule = {
  code: 'key-order',
  title: '字段按约定的次序写',
  check: ({ sources }) =>
    sources.flatMap((source): Finding[] => {
      if (source.data === null) return [];
      const order = keysAt(COLLECTIONS[source.collection].schema, []);
      const names = fieldsOf(source).map(({ name }) => name);
      const place = names.findIndex((name, i) => i > 0 && order.indexOf(name) < order.indexOf(names[i - 1]!));
      if (place < 0) return [];
      const [name, before] = [names[place]!, names[place - 1]!];
      const fix = reordered(source, order);
      const details = { severity: 'warning' as const, actual: names.join('、'), ...(fix ? { fix } : {}) };
      const hint = `次序是：${order.filter((key) => names.includes(key)).join('、')}`;
      return [findingAt(source, 'key-order', [name], `${name} 应该写在 ${before} 前面。`, hint, details)];
    }),
};

/** Values are written plain, or in single quotes where they need some. */
export const quotesRule: Rule = {
  code: 'quotes',
  title: '引号用单引号',
  check: ({ sources }) =>
    sources.flatMap((source) => {
      const findings: Finding[] = [];
      const { facts, file, text } = source;
      if (!facts?.read.document || source.data === null) return findings;
      visit(facts.read.document, {
        Scalar(_, { type, value, range }) {
          // Escapes (`\n`) are what double quotes are for.
          if (type !== 'QUOTE_DOUBLE' || typeof value !== 'string' || !range || /[\n\r\t]/.test(value)) return;
          const [start, end] = [range[0] + facts.start, range[1] + facts.start];
          findings.push({
            code: 'quotes',
            severity: 'warning',
            file,
            ...positionIn(text, start),
            message: '这里用了双引号。',
            hint: `写成 ${singleQuoted(value)}`,
            actual: text.slice(start, end),
            expected: singleQuoted(value),
            fix: [{ start, end, text: singleQuoted(value) }],
          });
        },
      });
      return findings;
    }),
};
