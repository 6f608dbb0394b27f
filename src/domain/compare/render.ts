import { markup } from './html.ts';
import type { CompareItem } from './model.ts';
import type { CompareCell, CompareColumn, CompareGroup, CompareRow, CompareTable } from './table.ts';
import { fill } from '../format/fill.ts';
import type { CompareWords } from './words.ts';

/** Id of the element that a source's marks lead to. */
const anchorOf = (column: CompareColumn, number: number) => `${column.id}-evidence-${number}`;

function renderMark(column: CompareColumn, number: number, words: CompareWords) {
  const title = column.sources[number - 1]?.title ?? '';
  const label = fill(words.source, { number, title });
  return markup`<a class="mark" href="#${anchorOf(column, number)}" aria-label="${label}">${number}</a>`;
}

function renderText({ text, href, external, lang, shape }: CompareItem) {
  const attributes = [
    shape && markup` class="${shape}"`,
    lang && markup` lang="${lang}"`,
    external && markup` rel="noopener noreferrer external"`,
  ];
  if (href) return markup`<a href="${href}"${attributes}>${text}</a>`;
  return shape || lang ? markup`<span${attributes}>${text}</span>` : markup`${text}`;
}

function renderItem(item: CompareItem, words: CompareWords) {
  const text = renderText(item);
  if (!item.note) return text;
  // The brackets are the dictionary's; what stands before them is markup already.
  const [before, between, after] = words.withNote.split(/\{text\}|\{note\}/);
  return markup`${before}${text}<span class="row-note">${between}${item.note}${after}</span>`;
}

function renderCell(column: CompareColumn, cell: CompareCell, words: CompareWords) {
  const rank = cell.rank && markup`<span class="rank rank-${cell.rank}">${cell.rankWord}</span>`;
  const marks = (numbers: readonly number[]) => numbers.map((number) => renderMark(column, number, words));
  if (cell.state !== 'known') return markup`<td class="unknown-value">${cell.items[0]?.text}</td>`;
  const [first] = cell.items;
  if (cell.items.length === 1 && first)
    return markup`<td>${renderItem(first, words)} ${rank}${marks(first.sources ?? cell.sources)}</td>`;
  const lines = cell.items.map((item) => markup`<li>${renderItem(item, words)}${marks(item.sources ?? [])}</li>`);
  return markup`<td><ul>${lines}</ul>${rank}${marks(cell.sources)}</td>`;
}

function renderRow({ columns }: CompareTable, row: CompareRow, words: CompareWords) {
  const cells = row.cells.map((cell, i) => renderCell(columns[i]!, cell, words));
  return markup`<tr${!row.differs && markup` data-alike`}><th scope="row">${row.label}</th>${cells}</tr>`;
}

function renderGroup(table: CompareTable, group: CompareGroup, words: CompareWords) {
  const isAlike = group.rows.every(({ differs }) => !differs);
  const span = table.columns.length + 1;
  const title = markup`<tr><th scope="rowgroup" colspan="${span}"><span>${group.title}</span></th></tr>`;
  const rows = group.rows.map((row) => renderRow(table, row, words));
  return markup`<tbody${isAlike && markup` data-alike`}>${title}${rows}</tbody>`;
}

/** Buttons that move and remove a column. At an end the button stays, so that the keyboard's place is not lost. */
function renderTools({ id, name }: CompareColumn, place: number, count: number, words: CompareWords) {
  const move = (by: number, sign: string, word: string) => {
    const isEnd = place + by < 0 || place + by >= count;
    const disabled = isEnd && markup` aria-disabled="true"`;
    return markup`<button type="button" data-move="${by}" aria-label="${fill(word, { name })}"${disabled}>${sign}</button>`;
  };
  const remove = fill(words.remove, { name });
  return markup`<span class="column-tools" data-column="${id}">${move(-1, '←', words.moveLeft)}${move(1, '→', words.moveRight)}<button type="button" data-remove aria-label="${remove}">×</button></span>`;
}

function renderHead(column: CompareColumn, i: number, count: number, words: CompareWords, hasTools: boolean) {
  const { id, href, lang, name } = column;
  const language = lang && markup` lang="${lang}"`;
  const drag = hasTools && markup` draggable="true" data-id="${id}"`;
  const tools = hasTools && renderTools(column, i, count, words);
  return markup`<th scope="col"${drag}><a href="${href}"${language}${hasTools && markup` draggable="false"`}>${name}</a>${tools}</th>`;
}

/** Writes the comparison as a table. `hasTools` adds what only works with a script: moving and removing columns. */
export function renderTable(table: CompareTable, words: CompareWords, { hasTools }: { hasTools: boolean }): string {
  const { columns, groups } = table;
  const caption = fill(words.caption, { names: columns.map(({ name }) => name).join(words.comma) });
  const heads = columns.map((column, i) => renderHead(column, i, columns.length, words, hasTools));
  const bodies = groups.map((group) => renderGroup(table, group, words));
  return markup`<table class="compare-table" data-columns="${columns.length}"><caption class="sr-only">${caption}</caption><thead><tr><td></td>${heads}</tr></thead>${bodies}</table>`
    .text;
}

/** Writes the sources of every column, numbered as its marks are. */
export function renderSources({ columns }: CompareTable, words: CompareWords): string {
  const lists = columns.map((column) => {
    const items = column.sources.map(
      ({ number, url, title, accessed }) =>
        markup`<li id="${anchorOf(column, number)}"><div><a href="${url}" rel="noopener noreferrer external">${title}</a><p class="row-note tabular">${fill(words.accessed, { date: accessed })}</p></div></li>`,
    );
    const language = column.lang && markup` lang="${column.lang}"`;
    return markup`<div><h3${language}>${column.name}</h3><ol class="evidence-list">${items}</ol></div>`;
  });
  return markup`${lists}`.text;
}
