import type { CompareItem } from './model.ts';
import type { CompareCell, CompareColumn, CompareRow, CompareTable } from './table.ts';
import { fill } from '../format/fill.ts';
import type { CompareWords } from './words.ts';

/** Rows as they are shown: all, or those that differ. */
export interface ExportOptions {
  onlyDifferences: boolean;
  /** Address of the comparison; links inside the site are completed with it. */
  address: string;
}

interface ShownRow {
  group: string;
  row: CompareRow;
}

function shownRows({ groups }: CompareTable, { onlyDifferences }: ExportOptions): ShownRow[] {
  return groups.flatMap(({ title, rows }) =>
    rows.filter(({ differs }) => differs || !onlyDifferences).map((row) => ({ group: title, row })),
  );
}

function written(item: CompareItem, text: string, words: CompareWords): string {
  return item.note ? fill(words.withNote, { text, note: item.note }) : text;
}

/** A cell's lines, then its rank. */
function lines(cell: CompareCell, write: (item: CompareItem) => string): string[] {
  return [...cell.items.map(write), ...(cell.rankWord ? [cell.rankWord] : [])];
}

function sourcesOf({ sources }: CompareColumn, cell: CompareCell): CompareColumn['sources'] {
  const numbers = [...cell.sources, ...cell.items.flatMap((item) => item.sources ?? [])];
  return [...new Set(numbers)].sort((a, b) => a - b).flatMap((number) => sources[number - 1] ?? []);
}

/** Quotes a cell as RFC 4180 wants it. What a spreadsheet would run as a formula gets an apostrophe in front. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Writes a comparison as CSV (RFC 4180, CRLF, UTF-8 with a byte-order mark, as /api/v1/projects.csv): a fact a row;
 * for each entry a column of values, lines joined by `; `, and one with the addresses of their sources.
 */
export function compareCsv(table: CompareTable, words: CompareWords, options: ExportOptions): string {
  const { columns } = table;
  const head = [words.group, words.fact, ...columns.flatMap(({ name }) => [name, fill(words.sourcesOf, { name })])];
  const rows = shownRows(table, options).map(({ group, row }) => [
    group,
    row.label,
    ...row.cells.flatMap((cell, i) => [
      lines(cell, (item) => written(item, item.text, words)).join('; '),
      sourcesOf(columns[i]!, cell)
        .map(({ url }) => url)
        .join('; '),
    ]),
  ]);
  return `\ufeff${[head, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}

/** Takes from a text what Markdown would read as its own. */
function markdownText(text: string): string {
  return text.replace(/[\\`*_[\]<>|#~]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}

const markdownAddress = (href: string, { address }: ExportOptions) =>
  new URL(href, address).href.replace(/[()|]/g, encodeURIComponent);

/** Writes a comparison as a Markdown table (GFM), with links, sources as numbered links, and where it comes from. */
export function compareMarkdown(table: CompareTable, words: CompareWords, options: ExportOptions): string {
  const { columns } = table;
  const link = (text: string, href: string) => `[${markdownText(text)}](${markdownAddress(href, options)})`;
  const cellText = (cell: CompareCell, column: CompareColumn) => {
    const item = (one: CompareItem) =>
      written(
        { ...one, ...(one.note ? { note: markdownText(one.note) } : {}) },
        one.href ? link(one.text, one.href) : markdownText(one.text),
        words,
      );
    const marks = sourcesOf(column, cell).map(({ number, url }) => link(String(number), url));
    return [lines(cell, item).join('<br>'), ...marks].join(' ');
  };
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line([words.fact, ...columns.map(({ name, href }) => link(name, href))]),
    line(['---', ...columns.map(() => '---')]),
    ...shownRows(table, options).map(({ row }) =>
      line([markdownText(row.label), ...row.cells.map((cell, i) => cellText(cell, columns[i]!))]),
    ),
    '',
    `<${options.address}>`,
    '',
  ].join('\n');
}
