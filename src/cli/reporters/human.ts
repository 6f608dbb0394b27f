import type { Finding } from '../../rules/finding.ts';

/** Prints findings for a person: place first, so that an editor makes it a link, then what to write. */
export function printHuman(findings: readonly Finding[], fileCount: number): string {
  const lines = findings.map(({ file, line, column, code, message, hint }) => {
    const remedy = hint ? `\n    → ${hint}` : '';
    return `${file}:${line}:${column}  ${message} [${code}]${remedy}`;
  });
  const verdict =
    findings.length === 0
      ? `查过 ${fileCount} 个文件，没有问题。`
      : `查过 ${fileCount} 个文件，有 ${findings.length} 处要改。`;
  return [...lines, verdict].join('\n');
}
