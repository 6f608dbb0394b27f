import type { z } from 'zod';
import { nearest } from '../domain/search/nearest.ts';
import type { Finding, TextEdit } from './finding.ts';
import { candidates, sameWord } from './mechanical.ts';
import { acceptsAt, descriptionAt, keysAt, valueAt } from './schema-walk.ts';
import type { Source } from './source.ts';
import { singleQuoted } from './yaml-fixes.ts';

const TYPE_WORDS: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '一组字段',
  record: '一组字段',
};

/** Writes a value as a contributor would recognise it, shortened. */
function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

type Step = string | number;

/** One thing that the schema refuses, in words. */
interface Refusal {
  code: 'unknown-field' | 'missing-field' | 'wrong-type' | 'bad-value';
  path: Step[];
  message: string;
  hint: string;
  actual?: string;
  expected?: string;
  /** What takes the place of the key or the value. */
  replace?: { part: 'key' | 'value'; with: unknown };
}

const steps = (path: readonly PropertyKey[]): Step[] =>
  path.map((step) => (typeof step === 'number' ? step : String(step)));

function unknownFields(root: z.core.$ZodType, issue: z.core.$ZodIssueUnrecognizedKeys): Refusal[] {
  const known = keysAt(root, issue.path);
  return issue.keys.map((key) => {
    const same = sameWord(key, known);
    const near = same ?? nearest(key, known);
    return {
      code: 'unknown-field',
      path: [...steps(issue.path), key],
      message: `没有名为 '${show(key)}' 的字段。`,
      hint: near ? `你是不是想写 ${near}？` : `这里可以写：${known.join('、')}`,
      actual: show(key),
      expected: known.join('、'),
      ...(same ? { replace: { part: 'key' as const, with: same } } : {}),
    };
  });
}

/** What a field is for, to say where it is missing or holds something else. */
function purpose(root: z.core.$ZodType, path: readonly PropertyKey[], otherwise: string): string {
  const description = descriptionAt(root, path);
  return description ? `这里写：${description}` : otherwise;
}

function missing(path: Step[], hint: string, expected: string): Refusal {
  return { code: 'missing-field', path, message: '缺少必填字段。', hint, expected };
}

/** Of what the value may have been meant as, the first that the schema accepts. */
function meant(root: z.core.$ZodType, path: readonly PropertyKey[], value: unknown, words: readonly string[] = []) {
  const same = typeof value === 'string' ? sameWord(value, words) : undefined;
  return [same, ...candidates(value)].find((candidate) => candidate !== undefined && acceptsAt(root, path, candidate));
}

function refusals(root: z.core.$ZodType, issue: z.core.$ZodIssue, raw: unknown): Refusal[] {
  if (issue.code === 'unrecognized_keys') return unknownFields(root, issue);
  const path = steps(issue.path);
  const value = valueAt(raw, issue.path);
  const isMissing = value === undefined || value === null;
  const words = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const replacement = isMissing ? undefined : meant(root, issue.path, value, words);
  const replace = replacement === undefined ? {} : { replace: { part: 'value' as const, with: replacement } };
  const actual = isMissing ? {} : { actual: show(value) };
  if (issue.code === 'invalid_value') {
    const expected = words.join('、');
    if (isMissing) return [missing(path, `可以写：${expected}`, expected)];
    const near = typeof value === 'string' ? nearest(value, words) : undefined;
    const hint = near ? `你是不是想写 ${near}？` : `可以写：${expected}`;
    return [{ code: 'bad-value', path, message: `不能是 '${show(value)}'。`, hint, ...actual, expected, ...replace }];
  }
  if (issue.code === 'invalid_type') {
    const expected = TYPE_WORDS[issue.expected] ?? issue.expected;
    const hint = purpose(root, issue.path, `这里要写${expected}`);
    if (isMissing) return [missing(path, hint, expected)];
    const message = `这里要写${expected}，写的是 '${show(value)}'。`;
    return [{ code: 'wrong-type', path, message, hint, ...actual, expected, ...replace }];
  }
  if (issue.code === 'too_small' && issue.origin === 'array')
    return [
      { code: 'bad-value', path, message: '至少要有一项。', hint: '写上一项；不知道的话把整个字段删掉', ...actual },
    ];
  const hint =
    replacement === undefined
      ? isMissing
        ? purpose(root, issue.path, '补上这个字段')
        : `现在写的是 '${show(value)}'`
      : `写成 ${show(replacement)}`;
  return [{ code: 'bad-value', path, message: `${issue.message}。`, hint, ...actual, ...replace }];
}

/** Writes a value as YAML where the old one stood: plain where that is safe, in quotes where not. */
function written(value: unknown): string {
  const text = String(value);
  const isPlain = /^[A-Za-z0-9][\w./:-]*$/.test(text) && Number.isNaN(Number(text));
  return typeof value === 'number' || isPlain ? text : singleQuoted(text);
}

function fixOf(source: Source, { path, replace }: Refusal): TextEdit[] | undefined {
  if (!replace) return undefined;
  const span = source.spanOf(path)?.[replace.part];
  return span && [{ ...span, text: replace.part === 'key' ? String(replace.with) : written(replace.with) }];
}

/** Writes a path as a contributor reads it: `evidence[0].url`. */
export function fieldName(path: readonly Step[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

/** Turns what zod refuses into findings: one sentence each, at the line where the field stands. */
export function schemaFindings(
  root: z.core.$ZodType,
  error: z.core.$ZodError,
  raw: unknown,
  source: Source,
): Finding[] {
  // A value that is refused twice (no date, and no day of the calendar) has one mistake in it.
  const seen = new Set<string>();
  return error.issues
    .flatMap((issue) => refusals(root, issue, raw))
    .filter(({ path }) => seen.size < seen.add(JSON.stringify(path)).size)
    .map((refusal) => {
      const { code, path, message, hint, actual, expected } = refusal;
      const field = fieldName(path);
      const fix = fixOf(source, refusal);
      return {
        code,
        severity: 'error' as const,
        file: source.file,
        ...source.locate(path),
        message: field ? `${field}: ${message}` : message,
        hint,
        ...(actual === undefined ? {} : { actual }),
        ...(expected === undefined ? {} : { expected }),
        ...(fix ? { fix } : {}),
      };
    });
}
