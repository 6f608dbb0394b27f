import type { Finding, TextEdit } from './finding.ts';
import { parseSource, type Source } from './source.ts';

/** Mending one place may make room for the next (quotes, then order); no file needs more rounds than this. */
const MAX_ROUNDS = 8;

/** Applies edits to a text. Of two that overlap the first counts; the other comes in the next round. */
function edited(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let reached = 0;
  for (const { start, end, text: replacement } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < reached) continue;
    result += text.slice(reached, start) + replacement;
    reached = end;
  }
  return result + text.slice(reached);
}

/** What mending did: the sources as they would be. */
export interface Mended {
  sources: Source[];
  /** Files whose text changed. */
  changed: Source[];
  /** How many places were mended. */
  count: number;
}

const countOf = (findings: readonly Finding[], file: string) =>
  findings.filter((finding) => finding.file === file).length;

/**
 * Mends everything that needs no decision, in memory. A file for which that made things worse stays as it was.
 * @param check gives the findings of a set of sources
 * @param isWanted says which files may be changed
 */
export function mend(
  sources: readonly Source[],
  check: (sources: readonly Source[]) => Finding[],
  isWanted: (file: string) => boolean,
): Mended {
  const original = new Map(sources.map((source) => [source.file, source]));
  const before = check(sources);
  let current = [...sources];
  let findings = before;
  const counts = new Map<string, number>();
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const edits = Map.groupBy(
      findings.filter(({ file, fix }) => fix && isWanted(file)),
      ({ file }) => file,
    );
    if (edits.size === 0) break;
    current = current.map((source) => {
      const wanted = edits.get(source.file);
      if (!wanted) return source;
      counts.set(source.file, (counts.get(source.file) ?? 0) + wanted.length);
      const text = edited(
        source.text,
        wanted.flatMap(({ fix }) => fix ?? []),
      );
      return parseSource(source.collection, source.file, text);
    });
    findings = check(current);
  }
  const worse = (file: string) => countOf(findings, file) > countOf(before, file);
  current = current.map((source) => (worse(source.file) ? original.get(source.file)! : source));
  const changed = current.filter(({ file, text }) => original.get(file)?.text !== text);
  return { sources: current, changed, count: changed.reduce((sum, { file }) => sum + (counts.get(file) ?? 0), 0) };
}
