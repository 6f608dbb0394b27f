import { parseTray, toggled, type TrayEntry } from '../domain/compare/tray.ts';

/** Where the tray is kept on this device. */
const KEY = 'compare';

/**
 * The entries put aside to be compared, at the foot of every page until emptied. Every `[data-compare]` button of the page
 * puts its entry in or takes it out: that of its card, or of the page itself. The comparison tells its own changes by
 * `compare:chosen`. Small on purpose: every page carries it.
 */
class CompareTray extends HTMLElement {
  #abort = new AbortController();
  /** Held here too: where storage is forbidden, the tray lasts as long as the page. */
  #tray: TrayEntry[] = [];

  connectedCallback(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    document.addEventListener('click', (event) => this.#click(event.target as Element), { signal });
    document.addEventListener('compare:chosen', (event) => this.#keep((event as CustomEvent<TrayEntry[]>).detail), {
      signal,
    });
    // Another tab changed it, or this page comes back from before a change.
    for (const type of ['storage', 'pageshow']) window.addEventListener(type, () => this.#read(), { signal });
    this.#read();
  }

  disconnectedCallback(): void {
    this.#abort.abort();
  }

  get #limit(): number {
    return Number(this.dataset['limit']);
  }

  #read(): void {
    try {
      this.#tray = parseTray(localStorage.getItem(KEY), this.#limit);
    } catch {
      // Storage is forbidden here.
    }
    this.#show();
  }

  #keep(tray: TrayEntry[]): void {
    this.#tray = tray;
    try {
      localStorage.setItem(KEY, JSON.stringify(tray));
    } catch {
      // Storage is forbidden here.
    }
    this.#show();
  }

  /** The entry that a button stands for: its card's, or the page's own. */
  #entryOf(button: Element): TrayEntry {
    const link = button.closest('.card')?.querySelector('a');
    const id = (link ?? location).pathname.split('/').at(-2)!;
    return { id, name: (link ?? document.querySelector('h1'))!.textContent.trim() };
  }

  #click(target: Element): void {
    const button = target.closest<HTMLElement>('[data-compare],compare-tray button');
    if (!button) return;
    const { compare, id } = button.dataset;
    if (compare === undefined && id === undefined) return this.#keep([]);
    const tray = toggled(this.#tray, id ? { id, name: '' } : this.#entryOf(button), this.#limit);
    if (tray) this.#keep(tray);
    else this.#say(this.dataset['full']!);
  }

  #say(text: string): void {
    this.querySelector('p')!.textContent = text;
  }

  #show(): void {
    const word = (key: string, name: string) => this.dataset[key]!.replace('{name}', () => name);
    this.hidden = this.#tray.length === 0;
    this.#say(word('countWords', String(this.#tray.length)));
    this.querySelector('a')!.search = `?ids=${this.#tray.map(({ id }) => id)}`;
    this.querySelector('ul')!.replaceChildren(
      ...this.#tray.map(({ id, name }) => {
        const item = document.createElement('li');
        const button = document.createElement('button');
        button.textContent = `${name} ×`;
        button.ariaLabel = word('removeName', name);
        button.dataset['id'] = id;
        item.append(button);
        return item;
      }),
    );
    for (const button of document.querySelectorAll('[data-compare]')) {
      const { id, name } = this.#entryOf(button);
      button.ariaLabel = word('addName', name);
      button.ariaPressed = String(this.#tray.some((entry) => entry.id === id));
    }
  }
}

customElements.define('compare-tray', CompareTray);
