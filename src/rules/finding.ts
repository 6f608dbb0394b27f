/** Where in a file: 1-based line and column. */
export interface Position {
  line: number;
  column: number;
}

/** One thing wrong with the content, as data; reporters print it. */
export interface Finding extends Position {
  /** Stable code, kebab-case. */
  code: string;
  severity: 'error' | 'warning';
  /** Path from the project root. */
  file: string;
  /** What is wrong, in Chinese, naming the field. */
  message: string;
  /** What to write instead. */
  hint?: string;
}

/** Orders findings by file, line and column, so that every reporter prints them alike. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    (a.file < b.file ? -1 : Number(a.file > b.file)) ||
    a.line - b.line ||
    a.column - b.column ||
    (a.code < b.code ? -1 : Number(a.code > b.code))
  );
}
