import type { Log, Result, ReportingDescriptor } from 'sarif';
import type { Finding } from '../../rules/finding.ts';
import type { ErrorPage } from './human.ts';

function resultOf({ code, severity, file, line, column, message, hint }: Finding): Result {
  return {
    ruleId: code,
    level: severity,
    message: { text: `${message} ${hint}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file), uriBaseId: 'ROOT' },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  };
}

/** Prints findings as SARIF 2.1.0 (OASIS), which code scanning services read. */
export function printSarif(findings: readonly Finding[], _fileCount: number, page?: ErrorPage): string {
  const rules = [...new Set(findings.map(({ code }) => code))]
    .sort()
    .map((id): ReportingDescriptor => ({ id, ...(page ? { helpUri: page(id) } : {}) }));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'check', rules } },
        columnKind: 'utf16CodeUnits',
        results: findings.map(resultOf),
      },
    ],
  };
  return JSON.stringify(log, null, 2);
}
