import { nearNames } from '../domain/search/near.ts';
import { groupHits } from '../domain/search/groups.ts';
import { findNames, type NameHit } from '../domain/search/match.ts';
import type { NamesIndex } from '../domain/search/names-index.ts';
import { loadNames } from './names.ts';
import { searchPages, warmUp } from './pagefind.ts';
import { clearVisits, recentVisits } from './recent.ts';
import { nameRow, resultGroup, resultRow, targetHref, textRow } from './search-view.ts';

type State = 'idle' | 'loading' | 'done';

/** Waits this long after the last key before the texts are searched; names answer at once. */
const PAUSE_MS = 150;

/**
 * A search box with its results, in the dialog and on the search page alike. Names answer while typing; what the
 * texts say joins below. Results are links in `[data-search-results]`; `[data-search-state]` says idle, loading or
 * done. The box is a combobox: arrow keys walk, Enter opens, the reader's place is told.
 */
class SiteSearch extends HTMLElement {
  #abort = new AbortController();
  #timer = 0;
  #turn = 0;
  #names: NamesIndex | undefined;
  #active: HTMLElement | undefined;

  get #input(): HTMLInputElement {
    return this.querySelector('input')!;
  }

  get #list(): HTMLElement {
    return this.querySelector('[data-search-results]')!;
  }

  get #template(): HTMLTemplateElement {
    return this.querySelector('template')!;
  }

  #word(name: string): string {
    return this.dataset[name] ?? '';
  }

  connectedCallback(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const input = this.#input;
    input.addEventListener('focus', () => this.#prepare(), { signal });
    input.addEventListener(
      'input',
      (event) => {
        // While an input method composes (pinyin being typed), the text is not yet what the reader means.
        if (!(event as InputEvent).isComposing) this.#ask();
      },
      { signal },
    );
    input.addEventListener('compositionend', () => this.#ask(), { signal });
    this.querySelector('form')?.addEventListener('submit', (event) => this.#submit(event), { signal });
    input.addEventListener('keydown', (event) => this.#key(event), { signal });
    this.#list.addEventListener('pointermove', (event) => this.#point(event), { signal });
    this.querySelector('[data-clear-recent]')?.addEventListener('click', () => this.#forget(), { signal });
    if (this.hasAttribute('data-url-state')) {
      const query = new URLSearchParams(location.search).get('q') ?? '';
      if (query) input.value = query;
    }
    if (document.activeElement === input) this.#prepare();
    // Somebody may have typed before this code had arrived.
    this.#ask(0);
  }

  disconnectedCallback(): void {
    this.#abort.abort();
    clearTimeout(this.#timer);
  }

  #prepare(): void {
    loadNames(this.#word('names')).catch(() => undefined);
    warmUp(this.#word('pagefind'), this.#word('base'));
  }

  /** Answers what is in the box: names at once, texts after a pause. */
  #ask(pause = PAUSE_MS): void {
    clearTimeout(this.#timer);
    const query = this.#input.value.trim();
    const turn = ++this.#turn;
    if (query === '') {
      this.#remember(query);
      this.#showRecent();
      return;
    }
    this.#say('loading', this.#word('loading'));
    void this.#answerNames(query, turn).then((hits) => {
      if (turn !== this.#turn) return;
      this.#timer = window.setTimeout(() => {
        this.#remember(query);
        void this.#answerTexts(query, hits, turn);
      }, pause);
    });
  }

  /** Shows the names that fit. Undefined where the names layer could not be loaded: the texts are searched all the same. */
  async #answerNames(query: string, turn: number): Promise<NameHit[] | undefined> {
    try {
      this.#names = await loadNames(this.#word('names'));
    } catch {
      return undefined;
    }
    const hits = findNames(this.#names, query);
    if (turn !== this.#turn) return hits;
    const words = [query, ...query.split(/\s+/)];
    const [best, ...others] = groupHits(this.#names, hits, Number(this.#word('limit'))).map(
      ({ kind, hits: inGroup }) =>
        () =>
          resultGroup(
            this.#names!.words.groups[kind],
            inGroup.map((hit) => nameRow(this.#template, this.#names!, hit, words)),
          ),
    );
    this.#show(best ? [best()] : []);
    if (hits.length > 0) this.#say('loading', this.#told(hits.length, 0, this.#word('searchingText')));
    // The best group stands before the next key could be struck; the others join below it.
    await new Promise((resolve) => setTimeout(resolve));
    if (turn === this.#turn) this.#append(...others.map((make) => make()));
    return hits;
  }

  async #answerTexts(query: string, names: readonly NameHit[] | undefined, turn: number): Promise<void> {
    try {
      const found = await searchPages(this.#word('pagefind'), this.#word('base'), query);
      if (turn !== this.#turn) return;
      const shown = new Set([...this.#list.querySelectorAll('a')].map(({ pathname }) => pathname));
      const texts = found.filter(({ page }) => !shown.has(new URL(page.url, location.href).pathname));
      const isPartial = texts.some(({ fit }) => fit === 'some');
      // Pages with only some of the words are no help beside names that fit.
      const joining = isPartial && shown.size > 0 ? [] : texts;
      if (joining.length > 0) {
        const rows = joining.map((hit) => textRow(this.#template, hit));
        const group = resultGroup(this.#word(isPartial ? 'some' : 'text'), rows);
        if (isPartial) group.dataset['unsure'] = '';
        this.#append(group);
      }
      const count = names?.length ?? 0;
      if (count + joining.length > 0) this.#say('done', this.#told(count, joining.length));
      else this.#none(query);
    } catch {
      if (turn !== this.#turn) return;
      const some = (names?.length ?? 0) > 0;
      this.#say('done', some ? this.#told(names!.length, 0) : this.#word('failed'));
    }
  }

  /** Says that nothing was found, offers near names, and a way to propose what is missing. */
  #none(query: string): void {
    const near = this.#names ? nearNames(this.#names, query) : [];
    if (near.length > 0) {
      const rows = near.map((target) => {
        const { title, notes } = this.#names!.targets[target]!;
        const href = targetHref(this.#names!, this.#names!.targets[target]!);
        return resultRow(this.#template, { href, title, facts: notes, words: [] });
      });
      const group = resultGroup(this.#names!.words.groups.near, rows);
      group.dataset['unsure'] = '';
      this.#append(group);
    }
    const propose = this.querySelector<HTMLAnchorElement>('[data-slot="propose"]')!;
    const url = new URL(propose.href);
    url.searchParams.set('title', `${this.#word('proposeTitle')}${query}`);
    propose.href = url.href;
    this.#say('done', this.#word('none'), true);
  }

  /** Tells what was found, leaving out what was not: `3 个名字，5 处正文`. */
  #told(names: number, texts: number, rest = ''): string {
    const part = (word: string, n: number) => (n > 0 ? this.#word(word).replace('{n}', String(n)) : '');
    return [part('foundNames', names), part('foundTexts', texts), rest].filter(Boolean).join('，');
  }

  #say(state: State, message: string, mayPropose = false): void {
    const status = this.querySelector<HTMLElement>('[data-search-state]')!;
    status.dataset['searchState'] = state;
    status.querySelector('[data-slot="message"]')!.textContent = message;
    this.querySelector<HTMLElement>('[data-slot="propose"]')!.hidden = !mayPropose;
    if (state !== 'idle') this.querySelector<HTMLElement>('[data-clear-recent]')!.hidden = true;
  }

  #show(groups: readonly HTMLElement[]): void {
    this.#activate(undefined);
    this.#list.replaceChildren();
    this.#append(...groups);
  }

  /** Puts groups below the others; what is above does not move. */
  #append(...groups: readonly HTMLElement[]): void {
    let next = this.#list.querySelectorAll('a').length;
    for (const group of groups)
      for (const option of group.querySelectorAll('a')) option.id = `${this.#list.id}-${next++}`;
    this.#list.append(...groups);
    this.#fold();
  }

  /** An empty list is no list: it is hidden and the box says that nothing is open. */
  #fold(): void {
    const isEmpty = this.#list.childElementCount === 0;
    this.#list.hidden = isEmpty;
    this.#input.setAttribute('aria-expanded', String(!isEmpty));
  }

  #showRecent(): void {
    const visits = recentVisits();
    const rows = visits.map(({ href, title }) => resultRow(this.#template, { href, title, facts: [], words: [] }));
    this.#show(rows.length > 0 ? [resultGroup(this.#word('recent'), rows)] : []);
    this.#say('idle', this.#word('hint'));
    this.querySelector<HTMLElement>('[data-clear-recent]')!.hidden = rows.length === 0;
  }

  #forget(): void {
    clearVisits();
    this.#showRecent();
    this.#input.focus();
  }

  /** Keeps the query in the address of the search page, so that it can be shared and the Back button works. */
  #remember(query: string): void {
    if (!this.hasAttribute('data-url-state')) return;
    const url = new URL(location.href);
    if (query) url.searchParams.set('q', query);
    else url.searchParams.delete('q');
    history.replaceState(history.state, '', url);
  }

  #submit(event: SubmitEvent): void {
    // On the search page the results are here; from the dialog, Enter leads to that page.
    if (!this.hasAttribute('data-url-state')) return;
    event.preventDefault();
    this.#ask(0);
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.#walk(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && this.#active) {
      event.preventDefault();
      this.#active.click();
    }
  }

  /** Walks through the results and, past either end, back into the box. */
  #walk(step: 1 | -1): void {
    const options = [...this.#list.querySelectorAll('a')];
    const at = this.#active ? options.indexOf(this.#active as HTMLAnchorElement) : -1;
    const next = at === -1 && step === -1 ? options.length - 1 : at + step;
    this.#activate(options[next]);
    this.#active?.scrollIntoView({ block: 'nearest' });
  }

  #point(event: PointerEvent): void {
    const option = (event.target as Element).closest<HTMLElement>('[role="option"]');
    if (option && option !== this.#active && event.movementX + event.movementY !== 0) this.#activate(option);
  }

  #activate(option: HTMLElement | undefined): void {
    this.#active?.setAttribute('aria-selected', 'false');
    this.#active = option;
    option?.setAttribute('aria-selected', 'true');
    if (option) this.#input.setAttribute('aria-activedescendant', option.id);
    else this.#input.removeAttribute('aria-activedescendant');
  }
}

customElements.define('site-search', SiteSearch);

/** For other boxes that find by name: one copy of the code serves all (see `code` of the search dialog). @public */
export { findNames, loadNames, nearNames };
