import {
  countChoices,
  matches,
  parseListState,
  relaxations,
  serializeListState,
  sortRows,
  withoutCondition,
  WORDS_CONDITION,
  type ListState,
  type Row,
} from '../domain/facets/state.ts';

/** What is known of every entry of the catalogue, by id; fetched once a page, when somebody first narrows a list. */
const sources = new Map<string, Promise<Record<string, Row>>>();

/** Stands for an entry that the data does not have, when page and data come from different days. */
const UNKNOWN_ROW: Row = { text: '', facets: {}, keys: { released: null, parameters: null, changed: null } };

function fetchRows(address: string): Promise<Record<string, Row>> {
  let rows = sources.get(address);
  if (!rows) {
    rows = fetch(address).then((response) => {
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      return response.json() as Promise<Record<string, Row>>;
    });
    // A failed download is tried anew at the next choice.
    rows.catch(() => sources.delete(address));
    sources.set(address, rows);
  }
  return rows;
}

/** Narrows and sorts the server's list. Everything chosen is in the address; without this script the whole list stands. */
class ProjectList extends HTMLElement {
  #abort = new AbortController();
  #items: HTMLElement[] = [];
  /** Counts what was chosen, so that an answer that comes late does not undo a later choice. */
  #turn = 0;

  get #form(): HTMLFormElement {
    return this.querySelector<HTMLFormElement>('[data-filters]')!;
  }

  get #facetIds(): string[] {
    return [...this.#form.querySelectorAll('select')].map((select) => select.name).filter((name) => name !== 'sort');
  }

  connectedCallback(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    // Taken once: a list that is moved in the page holds only what is shown then.
    if (this.#items.length === 0) this.#items = [...this.querySelector('[data-rows]')!.children] as HTMLElement[];
    const form = this.#form;
    // On a phone the list comes first and the conditions are one tap away (pieces.css); elsewhere they always show.
    const more = this.querySelector('[data-more]')!;
    more.addEventListener(
      'click',
      () => more.setAttribute('aria-expanded', String(more.getAttribute('aria-expanded') !== 'true')),
      { signal },
    );
    // The data is on its way before the first choice is made.
    form.addEventListener('focusin', () => void this.#rows().catch(() => undefined), { signal, once: true });
    form.addEventListener('submit', (event) => event.preventDefault(), { signal });
    // Typing replaces the address, a settled choice makes an entry of its own for the Back button.
    form.addEventListener('input', (event) => this.#change((event.target as HTMLElement).tagName === 'SELECT'), {
      signal,
    });
    this.querySelector('[data-clear]')!.addEventListener(
      'click',
      () => {
        form.reset();
        this.#change(true);
        form.querySelector('input')?.focus();
      },
      { signal },
    );
    window.addEventListener('popstate', () => this.#fromAddress(), { signal });
    this.#fromAddress();
  }

  disconnectedCallback(): void {
    this.#abort.abort();
  }

  #fromAddress(): void {
    this.#setForm(parseListState(location.search, this.#facetIds));
    // A value that is no choice here leaves its list at "any", and so is no condition.
    void this.#apply(this.#chosen());
  }

  #setForm(state: ListState): void {
    for (const [name, value] of [
      ['q', state.words],
      ['sort', state.sort],
      ...this.#facetIds.map((id) => [id, state.chosen[id] ?? '']),
    ])
      (this.#form.elements.namedItem(name!) as HTMLInputElement | HTMLSelectElement).value = value!;
  }

  /** What the form says now. */
  #chosen(): ListState {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(this.#form)) if (value !== '') query.set(name, String(value));
    return parseListState(query.toString(), this.#facetIds);
  }

  #change(settled: boolean): void {
    const state = this.#chosen();
    const address = `${location.pathname}${serializeListState(state, this.#facetIds)}`;
    if (settled) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    void this.#apply(state);
  }

  /** The rows of this list, in the server's order. */
  async #rows(): Promise<Row[]> {
    const all = await fetchRows(this.dataset['source']!);
    return this.#items.map((item) => all[item.dataset['id']!] ?? UNKNOWN_ROW);
  }

  async #apply(state: ListState): Promise<void> {
    const turn = ++this.#turn;
    const isWhole = serializeListState(state, this.#facetIds) === '';
    this.querySelector<HTMLElement>('[data-clear]')!.hidden = isWhole;
    this.#countConditions(state);
    this.#showChips(state);
    // The page as it came shows everything; it needs no data for that.
    if (isWhole && !sources.has(this.dataset['source']!)) return;
    const failed = this.querySelector<HTMLElement>('[data-failed]')!;
    this.ariaBusy = 'true';
    try {
      const rows = await this.#rows();
      if (turn === this.#turn) this.#show(rows, state);
      failed.hidden = true;
    } catch {
      failed.hidden = turn !== this.#turn;
    }
    if (turn === this.#turn) this.ariaBusy = 'false';
  }

  #show(rows: readonly Row[], state: ListState): void {
    const shown = sortRows(rows, state.sort).filter((i) => matches(rows[i]!, state));
    this.querySelector('[data-rows]')!.replaceChildren(...shown.map((i) => this.#items[i]!));
    this.querySelector('[data-count]')!.textContent = String(shown.length);
    this.querySelector<HTMLElement>('[data-empty]')!.hidden = shown.length > 0;
    this.#offerLess(rows, state, shown.length > 0);
    for (const id of this.#facetIds) this.#recount(id, countChoices(rows, state, id));
  }

  /** The word for a condition, as its form field shows it. */
  #nameOf(state: ListState, condition: string): string {
    if (condition === WORDS_CONDITION)
      return this.querySelector<HTMLElement>('[data-chips]')!.dataset['wordsChip']!.replace('{name}', state.words);
    const select = this.#form.elements.namedItem(condition) as HTMLSelectElement;
    return select.selectedOptions[0]?.dataset['word'] ?? state.chosen[condition] ?? '';
  }

  #chip(text: string, label: string, state: ListState, condition: string): HTMLElement {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'chip';
    button.textContent = text;
    button.setAttribute('aria-label', label);
    button.addEventListener('click', () => {
      this.#setForm(withoutCondition(state, condition));
      this.#change(true);
      this.#form.querySelector('input')?.focus();
    });
    item.append(button);
    return item;
  }

  #showChips(state: ListState): void {
    const list = this.querySelector<HTMLElement>('[data-chips]')!;
    const conditions = [...(state.words ? [WORDS_CONDITION] : []), ...Object.keys(state.chosen)];
    list.replaceChildren(
      ...conditions.map((condition) => {
        const name = this.#nameOf(state, condition);
        return this.#chip(`${name} ×`, list.dataset['remove']!.replace('{name}', name), state, condition);
      }),
    );
    list.hidden = conditions.length === 0;
  }

  /** Where nothing is left, offers the conditions whose removal would leave something. */
  #offerLess(rows: readonly Row[], state: ListState, hasRows: boolean): void {
    const list = this.querySelector<HTMLElement>('[data-relax]')!;
    list.replaceChildren(
      ...(hasRows ? [] : relaxations(rows, state)).map(({ condition, count }) => {
        const text = list.dataset['relax']!.replace('{name}', this.#nameOf(state, condition)).replace(
          '{n}',
          String(count),
        );
        return this.#chip(text, text, state, condition);
      }),
    );
  }

  /** Says on the phone's button how many conditions are set. */
  #countConditions(state: ListState): void {
    const set = Object.keys(state.chosen).length;
    const more = this.querySelector<HTMLElement>('[data-more]')!;
    more.textContent = set > 0 ? more.dataset['set']!.replace('{n}', String(set)) : more.dataset['none']!;
  }

  #recount(facetId: string, counts: ReadonlyMap<string, number>): void {
    const select = this.#form.elements.namedItem(facetId) as HTMLSelectElement;
    for (const option of select.options) {
      if (option.value === '') continue;
      const count = counts.get(option.value) ?? 0;
      option.textContent = `${option.dataset['word'] ?? option.value}（${count}）`;
      option.disabled = count === 0 && !option.selected;
    }
  }
}

customElements.define('project-list', ProjectList);
