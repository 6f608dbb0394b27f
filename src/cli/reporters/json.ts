import type { Finding } from '../../rules/finding.ts';
import type { ErrorPage } from './human.ts';

/** Prints findings as data: every field there, null where it says nothing. */
export function printJson(findings: readonly Finding[], fileCount: number, page?: ErrorPage): string {
  const rows = findings.map(({ code, severity, file, line, column, message, hint, actual, expected, fix }) => ({
    code,
    severity,
    file,
    line,
    column,
    message,
    hint,
    actual: actual ?? null,
    expected: expected ?? null,
    fixable: fix !== undefined,
    help: page?.(code) ?? null,
  }));
  return JSON.stringify({ files: fileCount, findings: rows }, null, 2);
}
