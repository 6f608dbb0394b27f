import { search, warmUp, wordsOf, type Hit } from './pagefind.ts';
import { resultRow } from './search-view.ts';

type State = 'idle' | 'loading' | 'done';

/** Waits this long after the last key before searching, so that a word is searched once. */
const PAUSE_MS = 120;

/**
 * A search box with its results, in the dialog and on the search page alike. Words come from the server as `data-*`.
 * Results are links in `[data-search-results]`; `[data-search-state]` says idle, loading or done.
 */
class SiteSearch extends HTMLElement {
  #abort = new AbortController();
  #timer = 0;
  #turn = 0;

  get #input(): HTMLInputElement {
    return this.querySelector('input')!;
  }

  connectedCallback(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const input = this.#input;
    input.addEventListener('focus', () => warmUp(this.dataset['pagefind']!, this.dataset['base']!), { signal });
    input.addEventListener(
      'input',
      (event) => {
        // While an input method composes (pinyin being typed), the text is not yet what the reader means.
        if (!(event as InputEvent).isComposing) this.#later();
      },
      { signal },
    );
    input.addEventListener('compositionend', () => this.#later(), { signal });
    this.querySelector('form')?.addEventListener(
      'submit',
      (event) => {
        // On the search page the results are here; from the dialog, Enter leads to that page.
        if (!this.hasAttribute('data-url-state')) return;
        event.preventDefault();
        void this.#run();
      },
      { signal },
    );
    this.addEventListener('keydown', (event) => this.#move(event), { signal });
    if (this.hasAttribute('data-url-state')) {
      const query = new URLSearchParams(location.search).get('q') ?? '';
      if (query) input.value = query;
    }
    // Somebody may have typed before this code had arrived.
    if (input.value !== '') void this.#run();
  }

  disconnectedCallback(): void {
    this.#abort.abort();
    clearTimeout(this.#timer);
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#run(), PAUSE_MS);
  }

  async #run(): Promise<void> {
    clearTimeout(this.#timer);
    const query = this.#input.value.trim();
    const turn = ++this.#turn;
    this.#remember(query);
    if (query === '') {
      this.#show('idle', [], this.dataset['hint'] ?? '', query);
      return;
    }
    this.#say('loading', this.dataset['loading'] ?? '');
    try {
      const hits = await search(this.dataset['pagefind']!, this.dataset['base']!, query);
      if (turn !== this.#turn) return;
      const message = hits.length > 0 ? `${hits.length} ${this.dataset['found'] ?? ''}` : (this.dataset['none'] ?? '');
      this.#show('done', hits, message, query);
    } catch {
      if (turn === this.#turn) this.#show('done', [], this.dataset['failed'] ?? '', query, false);
    }
  }

  #say(state: State, message: string): void {
    const status = this.querySelector<HTMLElement>('[data-search-state]')!;
    status.dataset['searchState'] = state;
    status.querySelector('[data-slot="message"]')!.textContent = message;
  }

  #show(state: State, hits: readonly Hit[], message: string, query: string, mayPropose = true): void {
    const words = wordsOf(query);
    const template = this.querySelector<HTMLTemplateElement>('template')!;
    this.querySelector('[data-search-results]')!.replaceChildren(...hits.map((hit) => resultRow(template, hit, words)));
    const propose = this.querySelector<HTMLAnchorElement>('[data-slot="propose"]')!;
    propose.hidden = state !== 'done' || hits.length > 0 || !mayPropose;
    const url = new URL(propose.href);
    url.searchParams.set('title', `${this.dataset['proposeTitle'] ?? ''}${query}`);
    propose.href = url.href;
    this.#say(state, message);
  }

  /** Keeps the query in the address of the search page, so that it can be shared and the Back button works. */
  #remember(query: string): void {
    if (!this.hasAttribute('data-url-state')) return;
    const url = new URL(location.href);
    if (query) url.searchParams.set('q', query);
    else url.searchParams.delete('q');
    history.replaceState(history.state, '', url);
  }

  /** Arrow keys walk from the box through the results and back. */
  #move(event: KeyboardEvent): void {
    if (event.isComposing || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    const stops = [this.#input, ...this.querySelectorAll<HTMLAnchorElement>('[data-search-results] a')];
    const at = stops.indexOf(document.activeElement as HTMLAnchorElement);
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }
}

customElements.define('site-search', SiteSearch);
