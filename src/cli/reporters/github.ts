import type { Finding } from '../../rules/finding.ts';
import { printHuman, type ErrorPage } from './human.ts';

/** Escapes text for a GitHub workflow command: % and line ends in the message, and also : and , in its properties. */
function escape(text: string, property: boolean): string {
  const data = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return property ? data.replaceAll(':', '%3A').replaceAll(',', '%2C') : data;
}

/** Prints findings as annotations on the lines of a pull request, then for a person in the log. */
export function printGitHub(findings: readonly Finding[], fileCount: number, page?: ErrorPage): string {
  const annotations = findings.map(
    ({ file, line, column, severity, code, message, hint }) =>
      `::${severity} file=${escape(file, true)},line=${line},col=${column},title=${escape(code, true)}::${escape(`${message} ${hint}`, false)}`,
  );
  return [...annotations, printHuman(findings, fileCount, page)].join('\n');
}
