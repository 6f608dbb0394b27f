import {
  countChoices,
  matches,
  parseListState,
  serializeListState,
  sortRows,
  type ListState,
  type Row,
} from '../domain/facets/state.ts';

/** Narrows and sorts the server's list. Everything chosen is in the address; without this script the whole list stands. */
class ProjectList extends HTMLElement {
  #abort = new AbortController();
  #rows: Row[] = [];
  #items: HTMLElement[] = [];

  get #form(): HTMLFormElement {
    return this.querySelector<HTMLFormElement>('[data-filters]')!;
  }

  get #facetIds(): string[] {
    return [...this.#form.querySelectorAll('select')].map((select) => select.name).filter((name) => name !== 'sort');
  }

  connectedCallback(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.#rows = JSON.parse(this.querySelector('[data-row-data]')!.textContent) as Row[];
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
    const state = parseListState(location.search, this.#facetIds);
    for (const [name, value] of [
      ['q', state.words],
      ['sort', state.sort],
      ...this.#facetIds.map((id) => [id, state.chosen[id] ?? '']),
    ])
      (this.#form.elements.namedItem(name!) as HTMLInputElement | HTMLSelectElement).value = value!;
    // A value that is no choice here leaves its list at "any", and so is no condition.
    this.#apply(this.#chosen());
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
    this.#apply(state);
  }

  #apply(state: ListState): void {
    const order = sortRows(this.#rows, state.sort);
    const shown = order.filter((i) => matches(this.#rows[i]!, state));
    this.querySelector('[data-rows]')!.replaceChildren(...shown.map((i) => this.#items[i]!));
    this.querySelector('[data-count]')!.textContent = String(shown.length);
    this.querySelector<HTMLElement>('[data-empty]')!.hidden = shown.length > 0;
    this.querySelector<HTMLElement>('[data-clear]')!.hidden = serializeListState(state, this.#facetIds) === '';
    const set = Object.keys(state.chosen).length;
    const more = this.querySelector<HTMLElement>('[data-more]')!;
    more.textContent = set > 0 ? more.dataset['set']!.replace('{n}', String(set)) : more.dataset['none']!;
    for (const id of this.#facetIds) this.#recount(id, countChoices(this.#rows, state, id));
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
