import { isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import { linkExceptionSchema, type LinkException } from '../schema/link-exceptions.ts';
import type { Finding, Position } from './finding.ts';
import { schemaFindings } from './schema-findings.ts';

/** Path of the exceptions from the project root. */
export const LINK_EXCEPTIONS_FILE = 'content/link-exceptions.yml';

const CODE = 'link-exception';

/**
 * Reads the exceptions of the link checker. An exception without a reason, without a day or past its day does not count:
 * it is a finding, and its address is checked like any other. Never throws.
 * @param today `YYYY-MM-DD`
 */
export function parseLinkExceptions(text: string, today: string): { exceptions: LinkException[]; findings: Finding[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const at = (offset: number | undefined): Position => {
    const { line, col } = lines.linePos(offset ?? 0);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const finding = (message: string, hint: string, position: Position): Finding => ({
    code: CODE,
    severity: 'error',
    file: LINK_EXCEPTIONS_FILE,
    ...position,
    message,
    hint,
  });
  const [error] = document.errors;
  if (error) {
    const wrong = finding(`YAML 写法有误（${error.code}）。`, '改好之前，里面的例外都不算', at(error.pos[0]));
    return { exceptions: [], findings: [wrong] };
  }
  if (document.contents === null) return { exceptions: [], findings: [] };
  if (!isSeq(document.contents)) {
    const wrong = finding('这里要写列表。', '每项写成 - { url: …, reason: …, until: 2027-06-30 }', at(0));
    return { exceptions: [], findings: [wrong] };
  }

  const exceptions: LinkException[] = [];
  const findings: Finding[] = [];
  for (const item of document.contents.items as Node[]) {
    const place = at(item.range?.[0]);
    const raw: unknown = item.toJS(document, { maxAliasCount: 0 });
    const parsed = linkExceptionSchema.safeParse(raw);
    if (!parsed.success)
      findings.push(
        ...schemaFindings(linkExceptionSchema, parsed.error, raw, LINK_EXCEPTIONS_FILE, () => place).map((one) => ({
          ...one,
          code: CODE,
        })),
      );
    else if (parsed.data.until < today)
      findings.push(
        finding(
          `${parsed.data.url ?? parsed.data.host}: 例外到 ${parsed.data.until} 为止。`,
          '打开看看还要不要；要就改日期，不要就删掉',
          place,
        ),
      );
    else exceptions.push(parsed.data);
  }
  return { exceptions, findings };
}
