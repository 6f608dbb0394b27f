/** Where in a file: 1-based line and column (UTF-16 units). */
export interface Position {
  line: number;
  column: number;
}

/** A replacement in a file's text: from `start` up to `end` (UTF-16 offsets of the text as read) comes `text`. */
export interface TextEdit {
  start: number;
  end: number;
  text: string;
}

/** One thing wrong with the content, as data; reporters print it. */
export interface Finding extends Position {
  /** Stable code, kebab-case; `/contribute/errors/<code>/` explains it. */
  code: string;
  /** An error stops a build; a warning does not. */
  severity: 'error' | 'warning';
  /** Path from the project root. */
  file: string;
  /** What is wrong, in Chinese, naming the field. */
  message: string;
  /** What to write instead. */
  hint: string;
  /** What stands there, shortened; left out where nothing does. */
  actual?: string;
  /** What could stand there, where that can be listed. */
  expected?: string;
  /** What mends it without anybody having to decide anything. */
  fix?: readonly TextEdit[];
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
