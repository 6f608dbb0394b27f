import type { TextEdit } from './finding.ts';

/** Writes a text as a YAML scalar in single quotes. */
export const singleQuoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Codes of the parser that a value in need of quotes leads to. */
const WANT_QUOTES = new Set([
  'BLOCK_AS_IMPLICIT_KEY',
  'MULTILINE_IMPLICIT_KEY',
  'BAD_SCALAR_START',
  'UNEXPECTED_TOKEN',
  'TAG_RESOLVE_FAILED',
]);

/**
 * Quotes the value of a line `key: value` whose value the parser stumbled over, where that is plainly what is
 * meant: one line, no quotes or brackets in it, and a key of letters.
 */
export function quoteFix(text: string, code: string, offset: number): TextEdit[] | undefined {
  if (!WANT_QUOTES.has(code)) return undefined;
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start);
  const match = /^(\s*(?:- )?[A-Za-z]+: +)([^'"{}[\]#\r]+?)(\s*)$/.exec(text.slice(start, end));
  if (!match) return undefined;
  const [, head = '', value = ''] = match;
  return [{ start: start + head.length, end: start + head.length + value.length, text: singleQuoted(value) }];
}

/** Turns the tabs that indent a line into two blanks each. */
export function tabFix(text: string, code: string, offset: number): TextEdit[] | undefined {
  if (code !== 'TAB_AS_INDENT') return undefined;
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(start))![0];
  if (!indent.includes('\t')) return undefined;
  return [{ start, end: start + indent.length, text: indent.replaceAll('\t', '  ') }];
}
