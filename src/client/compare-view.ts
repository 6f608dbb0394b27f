import type { ComparedEntry } from '../domain/compare/model.ts';
import { renderSources, renderTable } from '../domain/compare/render.ts';
import {
  parseCompareState,
  serializeCompareState,
  withEntry,
  withEntryAt,
  withoutEntry,
  type CompareState,
} from '../domain/compare/state.ts';
import { compareTable } from '../domain/compare/table.ts';
import type { CompareViewWords } from '../domain/compare/view-words.ts';
import { fill } from '../domain/format/fill.ts';
import { createPaths, type Paths } from '../domain/paths.ts';
import { enableColumnDrag } from './column-drag.ts';
import type { CompareAdd } from './compare-add.ts';
import { loadEntry } from './compare-entries.ts';
import type { CompareShare } from './compare-share.ts';

/** What came of asking for the entries of a state. */
interface Answer {
  found: ComparedEntry[];
  missing: string[];
  failed: string[];
}

async function askFor(paths: Paths, ids: readonly string[]): Promise<Answer> {
  const answers = await Promise.allSettled(ids.map((id) => loadEntry(paths, id)));
  const pick = (test: (answer: PromiseSettledResult<ComparedEntry | null>) => boolean) =>
    ids.filter((_, i) => test(answers[i]!));
  return {
    found: answers.flatMap((answer) => (answer.status === 'fulfilled' && answer.value ? [answer.value] : [])),
    missing: pick((answer) => answer.status === 'fulfilled' && answer.value === null),
    failed: pick((answer) => answer.status === 'rejected'),
  };
}

/**
 * The comparison of whatever the address names. Adding, removing and hiding rows make entries of their own for the
 * Back button; moving a column replaces the address, as typing does elsewhere. What is done is told in
 * `[data-told]`, and to the tray by `compare:chosen`.
 */
class CompareView extends HTMLElement {
  #abort = new AbortController();
  #words!: CompareViewWords;
  #state: CompareState = { ids: [], onlyDifferences: false };
  /** Query of the address as last followed. */
  #query: string | null = null;
  #title = document.title;
  #names = new Map<string, string>();
  /** Counts what was asked for, so that an answer that comes late does not undo a later one. */
  #turn = 0;

  get #paths(): Paths {
    return createPaths(this.dataset['base']!);
  }

  #slot(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-${name}]`)!;
  }

  connectedCallback(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.#words = JSON.parse(this.#slot('words').textContent) as CompareViewWords;
    this.addEventListener('click', (event) => this.#click((event.target as Element).closest('button')), { signal });
    this.addEventListener('change', (event) => this.#hideAlike(event.target as HTMLInputElement), { signal });
    this.addEventListener('compare:add', (event) => this.#add((event as CustomEvent<string>).detail), { signal });
    enableColumnDrag(this.#slot('table'), (id, place) => this.#move(id, place), signal);
    window.addEventListener('popstate', () => this.#fromAddress(), { signal });
    this.#fromAddress();
  }

  disconnectedCallback(): void {
    this.#abort.abort();
  }

  #fromAddress(): void {
    // A source's mark changes the address too, and nothing else.
    if (this.#query === location.search) return;
    void this.#show(parseCompareState(location.search).state);
  }

  #click(button: HTMLButtonElement | null): void {
    if (!button) return;
    const id = button.closest<HTMLElement>('[data-column]')?.dataset['column'];
    if (button.matches('[data-retry]')) void this.#show(this.#state);
    else if (id === undefined || button.ariaDisabled === 'true') return;
    else if (button.matches('[data-remove]')) void this.#remove(id);
    else void this.#move(id, this.#state.ids.indexOf(id) + Number(button.dataset['move']), button.dataset['move']);
  }

  #add(id: string): void {
    const state = withEntry(this.#state, id);
    void this.#change(state, 'push').then(() =>
      this.#tell('added', { name: this.#names.get(id) ?? id, n: state.ids.length }),
    );
  }

  async #remove(id: string): Promise<void> {
    const place = this.#state.ids.indexOf(id);
    const state = withoutEntry(this.#state, id);
    await this.#change(state, 'push');
    // The keyboard's place goes to the column that took this one's, or back to the box.
    const next = this.querySelectorAll<HTMLElement>('[data-remove]')[Math.min(place, state.ids.length - 1)];
    (next ?? (this.querySelector('input[role="combobox"]') as HTMLElement)).focus();
    this.#tell('removed', { name: this.#names.get(id) ?? id, n: state.ids.length });
  }

  async #move(id: string, place: number, button?: string): Promise<void> {
    const state = withEntryAt(this.#state, id, place);
    await this.#change(state, 'replace');
    if (button) this.querySelector<HTMLElement>(`[data-column="${id}"] [data-move="${button}"]`)?.focus();
    const n = state.ids.length;
    this.#tell('moved', { name: this.#names.get(id) ?? id, place: state.ids.indexOf(id) + 1, n });
  }

  #hideAlike(box: HTMLInputElement): void {
    if (!box.matches('[data-only-differences]')) return;
    void this.#change({ ...this.#state, onlyDifferences: box.checked }, 'push').then(() => {
      const n = this.querySelectorAll(`tr:has(th[scope="row"])${box.checked ? ':not([data-alike])' : ''}`).length;
      this.#tell(box.checked ? 'onlyDifferences' : 'allRows', { n });
    });
  }

  #tell(what: keyof CompareViewWords['told'], values: Record<string, string | number>): void {
    this.#slot('told').textContent = fill(this.#words.told[what], values);
  }

  /** Follows what the reader did: the address, the tray, the table. */
  async #change(state: CompareState, how: 'push' | 'replace'): Promise<void> {
    history[`${how}State`](null, '', `${location.pathname}${serializeCompareState(state)}`);
    await this.#show(state);
    const detail = this.#state.ids.map((id) => ({ id, name: this.#names.get(id) ?? id }));
    document.dispatchEvent(new CustomEvent('compare:chosen', { detail }));
  }

  async #show(state: CompareState): Promise<void> {
    const turn = ++this.#turn;
    this.#state = state;
    this.#query = location.search;
    this.toggleAttribute('data-filled', state.ids.length > 0);
    if (state.ids.some((id) => !this.#names.has(id))) this.#slot('row-count').textContent = this.#words.loading;
    this.ariaBusy = 'true';
    const answer = await askFor(this.#paths, state.ids);
    if (turn !== this.#turn) return;
    // What does not exist is told once, and is gone with the next change.
    this.#state = { ...state, ids: state.ids.filter((id) => !answer.missing.includes(id)) };
    this.#render(answer);
    this.ariaBusy = 'false';
  }

  #render(answer: Answer): void {
    const words = this.#words;
    const { found } = answer;
    for (const { project } of found) this.#names.set(project.id, project.name);
    const table = compareTable(found, words.table, this.#paths);
    const { differing, alike } = table;
    const box = this.querySelector<HTMLInputElement>('[data-only-differences]')!;
    box.checked = this.#state.onlyDifferences;
    this.toggleAttribute('data-filled', found.length > 0);
    this.#slot('table').innerHTML = found.length > 0 ? renderTable(table, words.table, { hasTools: true }) : '';
    this.#slot('sources').innerHTML = renderSources(table, words.table);
    this.#slot('row-count').textContent = found.length > 1 ? fill(words.rowCount, { differing, alike }) : '';
    this.#showNotices(answer);
    const names = found.map(({ project }) => project.name).join(words.table.comma);
    document.title = found.length > 0 ? `${fill(words.titleOf, { names })} · ${this.dataset['site']}` : this.#title;
    this.querySelector<CompareAdd>('compare-add')!.chosen = this.#state.ids;
    this.querySelector<CompareShare>('compare-share')!.shared = { table, words: words.table };
  }

  /** Says what of the address could not be shown, and what is to be done. */
  #showNotices({ found, missing, failed }: Answer): void {
    const words = this.#words;
    const { surplus, unreadable } = parseCompareState(location.search);
    const told = (template: string, names: readonly string[]) =>
      names.length > 0 ? [fill(template, { names: names.join(words.table.comma) })] : [];
    const lines = [
      ...told(words.missing, [...missing, ...unreadable]),
      ...told(words.surplus, surplus),
      ...told(words.failed, failed),
      ...(found.length === 1 && failed.length === 0 ? [words.one] : []),
    ];
    this.#slot('notices').replaceChildren(
      ...lines.map((line) => {
        const notice = document.createElement('p');
        notice.className = 'notice';
        notice.textContent = line;
        return notice;
      }),
    );
    if (failed.length === 0) return;
    const retry = document.createElement('button');
    retry.type = 'button';
    retry.className = 'button';
    retry.dataset['retry'] = '';
    retry.textContent = words.retry;
    this.#slot('notices').append(retry);
  }
}

customElements.define('compare-view', CompareView);
