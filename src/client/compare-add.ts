import { MAX_COMPARED } from '../domain/compare/state.ts';
import { fill } from '../domain/format/fill.ts';
import type { Target } from '../domain/search/names-index.ts';
import type { SearchDialog } from './search-dialog.ts';

/** How many names are offered. */
const OFFERED = 8;

/**
 * A box that finds an entry by any of its names and offers it to whoever listens: `compare:add` with its id. The names
 * are fetched when the box is first used. A combobox: arrow keys walk, Enter takes, Escape closes.
 */
export class CompareAdd extends HTMLElement {
  #abort = new AbortController();
  #chosen: readonly string[] = [];
  #offers: Target[] = [];
  #active = -1;

  /** Ids that are there already: not offered again, and no more than fit. */
  set chosen(ids: readonly string[]) {
    this.#chosen = ids;
    // Not disabled: that would throw the focus out of the box that just took the last one.
    this.#input.ariaDisabled = String(this.#isFull);
    this.#say();
  }

  get #isFull(): boolean {
    return this.#chosen.length >= MAX_COMPARED;
  }

  get #input(): HTMLInputElement {
    return this.querySelector('input')!;
  }

  get #list(): HTMLElement {
    return this.querySelector('[role="listbox"]')!;
  }

  connectedCallback(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const input = this.#input;
    input.addEventListener('focus', () => void this.#names().catch(() => undefined), { signal });
    input.addEventListener('blur', () => this.#close(), { signal });
    input.addEventListener('compositionend', () => void this.#ask(), { signal });
    input.addEventListener(
      'input',
      (event) => {
        // While an input method composes (pinyin being typed), the text is not yet what the reader means.
        if (!(event as InputEvent).isComposing) void this.#ask();
      },
      { signal },
    );
    input.addEventListener('keydown', (event) => this.#key(event), { signal });
    // Pressing must not take the focus from the box: that would close the list before the click.
    this.#list.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
    this.#list.addEventListener(
      'click',
      (event) => this.#take([...this.#list.children].indexOf((event.target as Element).closest('[role="option"]')!)),
      { signal },
    );
  }

  disconnectedCallback(): void {
    this.#abort.abort();
  }

  /** Fetches the search and its names, once a page; gives what a query finds, the best first. */
  async #names(): Promise<(query: string) => Target[]> {
    const { findNames, loadNames } = await document.querySelector<SearchDialog>('search-dialog')!.code();
    const names = await loadNames(this.dataset['names']!);
    return (query) => findNames(names, query).map(({ target }) => names.targets[target]!);
  }

  /** Tells how it stands; without a text, whether there is room. */
  #say(text = this.#isFull ? this.dataset['full']! : ''): void {
    this.querySelector('[role="status"]')!.textContent = text;
  }

  async #ask(): Promise<void> {
    const query = this.#input.value.trim();
    if (query === '' || this.#isFull) return this.#close();
    try {
      const find = await this.#names();
      if (query !== this.#input.value.trim()) return;
      const found = find(query).filter(({ kind }) => kind === 'project');
      const isThere = ({ id }: Target) => this.#chosen.includes(id);
      this.#offer(found.filter((target) => !isThere(target)).slice(0, OFFERED), found.find(isThere));
    } catch {
      this.#close();
      this.#say(this.dataset['failed']!);
    }
  }

  /** Shows what was found, or says that nothing else was: `there` is an entry that fits and is compared already. */
  #offer(offers: Target[], there: Target | undefined): void {
    this.#offers = offers;
    this.#list.replaceChildren(
      ...offers.map(({ title, zhName, notes }, i) => {
        const option = document.createElement('div');
        option.role = 'option';
        option.id = `${this.#list.id}-${i}`;
        option.ariaSelected = 'false';
        const note = document.createElement('span');
        note.className = 'row-note';
        note.textContent = [zhName, ...notes].filter(Boolean).join(' · ');
        option.append(title, ' ', note);
        return option;
      }),
    );
    this.#setOpen(offers.length > 0);
    this.#point(offers.length > 0 ? 0 : -1);
    if (offers.length > 0) this.#say(fill(this.dataset['found']!, { n: offers.length }));
    else this.#say(there ? fill(this.dataset['already']!, { name: there.title }) : this.dataset['none']!);
  }

  #setOpen(isOpen: boolean): void {
    this.#list.hidden = !isOpen;
    this.#input.ariaExpanded = String(isOpen);
  }

  #close(): void {
    this.#offers = [];
    this.#setOpen(false);
    this.#point(-1);
    this.#say();
  }

  /** Makes an option the one that Enter takes. */
  #point(place: number): void {
    this.#active = place;
    [...this.#list.children].forEach((option, i) => (option.ariaSelected = String(i === place)));
    const option = this.#list.children[place];
    if (option) this.#input.setAttribute('aria-activedescendant', option.id);
    else this.#input.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const count = this.#offers.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && count > 0) this.#point((this.#active + step + count) % count);
    else if (event.key === 'Enter') this.#take(this.#active);
    else if (event.key === 'Escape' && count > 0) this.#close();
    else return;
    event.preventDefault();
  }

  #take(place: number): void {
    const target = this.#offers[place];
    if (!target) return;
    this.#input.value = '';
    this.#close();
    this.dispatchEvent(new CustomEvent('compare:add', { bubbles: true, detail: target.id }));
  }
}

customElements.define('compare-add', CompareAdd);
