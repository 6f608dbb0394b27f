import { z } from 'zod';
import { nearest } from '../domain/search/distance.ts';
import type { Finding, Position } from './finding.ts';

const TYPE_WORDS: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '一组字段',
  record: '一组字段',
};

/** Looks through `optional`, `default` and the like to the schema that says which keys or items there are. */
function unwrap(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault || inner instanceof z.ZodNullable)
    inner = inner.unwrap();
  return inner;
}

/** Names the keys that the object at `path` may have; empty where it is no object. */
function keysAt(root: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  let schema = unwrap(root);
  for (const step of path) {
    if (schema instanceof z.ZodObject) schema = unwrap(schema.shape[String(step)]);
    else if (schema instanceof z.ZodArray) schema = unwrap(schema.element);
    else return [];
  }
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

/** Reads the value that the contributor wrote at a path; undefined where there is none. */
function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

/** Writes a value as a contributor would recognise it, shortened. */
function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return `'${text.length > 40 ? `${text.slice(0, 40)}…` : text}'`;
}

interface Sentence {
  path: PropertyKey[];
  message: string;
  hint?: string;
}

function unknownKeys(root: z.core.$ZodType, issue: z.core.$ZodIssueUnrecognizedKeys): Sentence[] {
  const known = keysAt(root, issue.path);
  return issue.keys.map((key) => {
    const near = nearest(key, known);
    return {
      path: [...issue.path, key],
      message: `没有名为 '${key}' 的字段。`,
      hint: near ? `你是不是想写 ${near}？` : `这里可以写：${known.join('、')}`,
    };
  });
}

function sentences(root: z.core.$ZodType, issue: z.core.$ZodIssue, raw: unknown): Sentence[] {
  const path = [...issue.path];
  const value = valueAt(raw, path);
  if (issue.code === 'unrecognized_keys') return unknownKeys(root, issue);
  if (issue.code === 'invalid_value') {
    const options = issue.values.map(String);
    if (value === undefined) return [{ path, message: '缺少必填字段。', hint: `可以写：${options.join('、')}` }];
    const near = typeof value === 'string' ? nearest(value, options) : undefined;
    return [
      {
        path,
        message: `不能是 ${show(value)}。`,
        hint: near ? `你是不是想写 ${near}？` : `可以写：${options.join('、')}`,
      },
    ];
  }
  if (issue.code === 'invalid_type') {
    const wanted = TYPE_WORDS[issue.expected] ?? issue.expected;
    if (value === undefined) return [{ path, message: '缺少必填字段。', hint: `这里要写${wanted}` }];
    return [{ path, message: `这里要写${wanted}，写的是 ${show(value)}。` }];
  }
  if (issue.code === 'too_small' && issue.origin === 'array') return [{ path, message: '至少要有一项。' }];
  return [
    { path, message: `${issue.message}。`, ...(value === undefined ? {} : { hint: `现在写的是 ${show(value)}` }) },
  ];
}

/** Turns what zod refuses into findings: one sentence each, at the line where the field stands. */
export function schemaFindings(
  root: z.core.$ZodType,
  error: z.core.$ZodError,
  raw: unknown,
  file: string,
  locate: (path: (string | number)[]) => Position,
): Finding[] {
  return error.issues
    .flatMap((issue) => sentences(root, issue, raw))
    .map(({ path, message, hint }) => {
      const steps = path.map((step) => (typeof step === 'number' ? step : String(step)));
      const field = steps
        .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
        .join('')
        .replace(/^\./, '');
      return {
        code: 'schema',
        severity: 'error' as const,
        file,
        ...locate(steps),
        message: field ? `${field}: ${message}` : message,
        ...(hint ? { hint } : {}),
      };
    });
}
