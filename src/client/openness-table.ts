import { CELLS, type CellState } from '../domain/openness/cells.ts';
import {
  arrangeRows,
  CLASS_OF_STATE,
  COLUMNS,
  parseTableState,
  pressColumn,
  serializeTableState,
  type Column,
  type TableRow,
  type TableState,
} from '../domain/openness/table.ts';

const STATE_OF_CLASS = new Map(Object.entries(CLASS_OF_STATE).map(([state, name]) => [name, state as CellState]));

/** Reads back what the page says of a row. Its cells stand between the two counts. */
function readRow(row: HTMLTableRowElement): TableRow {
  const cells = [...row.cells].slice(2, 2 + CELLS.length);
  return {
    categories: row.dataset['c']!.split(' '),
    states: cells.map(({ className }) => STATE_OF_CLASS.get(className)!),
    byName: Number(row.dataset['n']),
  };
}

/** Sorts and narrows the server's table; everything chosen is in the address. Without this script the whole table stands. */
class OpennessTable extends HTMLElement {
  #abort = new AbortController();
  #elements: HTMLTableRowElement[] = [];
  #rows: TableRow[] = [];
  #state: TableState = parseTableState('');

  get #select(): HTMLSelectElement {
    return this.querySelector('select')!;
  }

  get #headings(): HTMLTableCellElement[] {
    return [...this.querySelectorAll<HTMLTableCellElement>('[data-column]')];
  }

  connectedCallback(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    // Taken once: a table that is moved in the page holds only what is shown then.
    if (this.#elements.length === 0) {
      this.#elements = [...this.querySelector<HTMLTableSectionElement>('[data-rows]')!.rows];
      this.#rows = this.#elements.map(readRow);
    }
    for (const heading of this.#headings) this.#makeButton(heading, signal);
    this.#select.addEventListener('change', () => this.#choose({ ...this.#state, category: this.#select.value }), {
      signal,
    });
    this.querySelector('form')!.addEventListener('submit', (event) => event.preventDefault(), { signal });
    window.addEventListener('popstate', () => this.#fromAddress(), { signal });
    this.#fromAddress();
  }

  disconnectedCallback(): void {
    this.#abort.abort();
  }

  /** A heading can be pressed only where this script runs, so the button is made here. */
  #makeButton(heading: HTMLTableCellElement, signal: AbortSignal): void {
    let button = heading.querySelector('button');
    if (!button) {
      button = document.createElement('button');
      button.type = 'button';
      button.append(...heading.childNodes);
      heading.append(button);
    }
    const column = heading.dataset['column'] as Column;
    button.addEventListener('click', () => this.#choose(pressColumn(this.#state, column)), { signal });
  }

  #fromAddress(): void {
    const state = parseTableState(location.search);
    this.#select.value = state.category;
    // A category that does not exist is none.
    if (this.#select.selectedIndex < 0) this.#select.value = '';
    this.#state = { ...state, category: this.#select.value };
    // The page as it came is already in this order.
    if (serializeTableState(this.#state) !== '' || this.#isChanged) this.#show();
    this.#markHeadings();
  }

  #isChanged = false;

  #choose(state: TableState): void {
    this.#state = state;
    history.pushState(null, '', `${location.pathname}${serializeTableState(state)}`);
    this.#show();
    this.#markHeadings();
    const heading = this.#headings.find(({ dataset }) => dataset['column'] === state.sort)!;
    this.querySelector('[data-order]')!.textContent = this.querySelector<HTMLElement>('[data-status]')!.dataset[
      'sorted'
    ]!.replace('{name}', heading.textContent.trim());
  }

  #show(): void {
    this.#isChanged = true;
    const shown = arrangeRows(this.#rows, this.#state);
    this.querySelector('[data-rows]')!.replaceChildren(...shown.map((i) => this.#elements[i]!));
    this.querySelector('[data-count]')!.textContent = String(shown.length);
  }

  #markHeadings(): void {
    const { sort, reversed } = this.#state;
    for (const heading of this.#headings) {
      if (heading.dataset['column'] !== sort) heading.removeAttribute('aria-sort');
      else heading.setAttribute('aria-sort', isDescending(sort) !== reversed ? 'descending' : 'ascending');
    }
  }
}

/** The order a column comes in: most open cells first, all others from the first value up. */
function isDescending(column: Column): boolean {
  return column === COLUMNS[0];
}

customElements.define('openness-table', OpennessTable);
