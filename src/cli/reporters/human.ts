import type { Finding } from '../../rules/finding.ts';

/** Where the explanation of a code is. */
export type ErrorPage = (code: string) => string;

function verdict(findings: readonly Finding[], fileCount: number): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  if (findings.length === 0) return `查过 ${fileCount} 个文件，没有问题。`;
  const parts = [errors > 0 ? `${errors} 处要改` : '', warnings > 0 ? `${warnings} 处最好改` : ''].filter(Boolean);
  return `查过 ${fileCount} 个文件，有 ${parts.join('，')}。`;
}

/** Prints findings for a person: place first, so that an editor makes it a link, then what to write. */
export function printHuman(findings: readonly Finding[], fileCount: number, page?: ErrorPage): string {
  const lines = findings.map(
    ({ file, line, column, code, severity, message, hint }) =>
      `${file}:${line}:${column}  ${severity === 'warning' ? '提醒：' : ''}${message} [${code}]\n    → ${hint}`,
  );
  const fixable = findings.filter(({ fix }) => fix).length;
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  return [
    ...lines,
    ...(page && codes.length > 0 ? ['每种问题的说明和例子：', ...codes.map((code) => `  ${page(code)}`)] : []),
    verdict(findings, fileCount),
    ...(fixable > 0 ? [`其中 ${fixable} 处能自动改：npm run check -- --fix`] : []),
  ].join('\n');
}
