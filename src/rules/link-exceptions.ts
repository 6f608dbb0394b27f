import { z } from 'zod';
import { linkExceptionSchema, type LinkException } from '../schema/link-exceptions.ts';
import type { Finding } from './finding.ts';
import { schemaFindings } from './schema-findings.ts';
import type { Source } from './source.ts';
import { positionIn } from './text.ts';
import { readYaml } from './yaml-facts.ts';

/** Path of the exceptions from the project root. */
export const LINK_EXCEPTIONS_FILE = 'content/link-exceptions.yml';

const fileSchema = z.array(linkExceptionSchema);

/** An exception with the line that it stands on. */
export interface PlacedException {
  exception: LinkException;
  line: number;
  column: number;
}

/** The exceptions of the link checker as read: the good ones, and a source that carries what is wrong with the others. */
export interface ReadExceptions {
  good: PlacedException[];
  source: Source;
}

/**
 * Reads the exceptions of the link checker. One without a reason, a day or an address does not count: it is a finding, and
 * its address is checked like any other. Never throws.
 */
export function readLinkExceptions(text: string): ReadExceptions {
  const read = readYaml(text);
  const source: Source = {
    // No entry: the catalogue takes none without facts.
    collection: 'projects',
    id: 'link-exceptions',
    file: LINK_EXCEPTIONS_FILE,
    extension: '.yml',
    text,
    data: null,
    body: '',
    bodyOffset: 0,
    facts: null,
    locate: (path) => positionIn(text, read.offsetOf(path)),
    spanOf: () => null,
    findings: [],
  };
  for (const { offset, message, hint } of read.problems)
    source.findings.push({
      code: 'yaml-syntax',
      severity: 'error',
      file: source.file,
      ...positionIn(text, offset),
      message,
      hint,
    });
  if (read.problems.length > 0) return { good: [], source };

  const raw = read.raw ?? [];
  const parsed = fileSchema.safeParse(raw);
  if (!parsed.success) source.findings.push(...schemaFindings(fileSchema, parsed.error, raw, source));
  const good = (Array.isArray(raw) ? raw : []).flatMap((item: unknown, i) => {
    const exception = linkExceptionSchema.safeParse(item);
    return exception.success ? [{ exception: exception.data, ...source.locate([i]) }] : [];
  });
  return { good, source };
}

/**
 * Parts the exceptions that hold from those past their last day, which count no more.
 * @param today `YYYY-MM-DD`
 */
export function exceptionsOn(good: readonly PlacedException[], today: string) {
  const expired = good.filter(({ exception }) => exception.until < today);
  const findings = expired.map(({ exception: { url, host, until }, line, column }): Finding => ({
    code: 'link-exception',
    severity: 'warning',
    file: LINK_EXCEPTIONS_FILE,
    line,
    column,
    message: `${url ?? host}: 例外到 ${until} 为止。`,
    hint: '打开看看还要不要；要就改日期，不要就删掉',
  }));
  return {
    exceptions: good.filter((one) => !expired.includes(one)).map(({ exception }) => exception),
    findings,
  };
}
