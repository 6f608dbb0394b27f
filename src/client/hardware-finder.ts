import { groupDigits } from '../domain/format/tokens.ts';
import { answer, largestNeed, versionCount, type Answer, type AnswerItem } from '../domain/hardware/answer.ts';
import { FITS } from '../domain/hardware/assess.ts';
import type { ProjectRow } from '../domain/hardware/rows.ts';
import {
  capacityGb,
  parseHardwareState,
  serializeHardwareState,
  type HardwareState,
} from '../domain/hardware/state.ts';
import { fill } from '../domain/format/fill.ts';
import { drawItem, type Drawing, type Words } from './hardware-line.ts';

/** Fields of the form that have a value, by the names that they have in the address. */
const FIELDS = ['card', 'vram', 'count', 'task', 'precision', 'context', 'use', 'sort'] as const;

/** How many entries of a group are drawn at a time. */
const PAGE = 20;

/** How many lines of each are shown at once, where all entries are asked about. */
const LINES = 3;

let loaded: Promise<ProjectRow[]> | undefined;

function load(address: string): Promise<ProjectRow[]> {
  loaded ??= fetch(address).then((response) => {
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return response.json() as Promise<ProjectRow[]>;
  });
  // A failed download is tried anew at the next choice.
  loaded.catch(() => (loaded = undefined));
  return loaded;
}

/** Answers which models fit a card. What is asked is in the address; without this script the page's tables stand. */
class HardwareFinder extends HTMLElement {
  #abort = new AbortController();
  #words!: Words;
  /** Counts what was asked, so that data that comes late does not undo a later question. */
  #turn = 0;

  connectedCallback(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.#words = JSON.parse(this.querySelector('[data-words]')!.textContent) as Words;
    const form = this.#form;
    form.addEventListener('submit', (event) => event.preventDefault(), { signal });
    form.addEventListener('input', (event) => this.#change(event.target as HTMLInputElement), { signal });
    this.querySelector('[data-quick]')!.addEventListener('click', (event) => this.#pickAmount(event), { signal });
    this.querySelector('[data-model]')!.addEventListener(
      'click',
      () => this.#ask({ ...this.#state, model: '' }, true),
      {
        signal,
      },
    );
    window.addEventListener('popstate', () => this.#fromAddress(), { signal });
    this.#fromAddress();
  }

  disconnectedCallback(): void {
    this.#abort.abort();
  }

  get #form(): HTMLFormElement {
    return this.querySelector<HTMLFormElement>('[data-form]')!;
  }

  #field(name: string): HTMLInputElement | HTMLSelectElement {
    return this.#form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
  }

  get #chinese(): HTMLInputElement {
    return this.#form.elements.namedItem('zh') as HTMLInputElement;
  }

  /** What is asked now: the form, and the model that the address names. */
  get #state(): HardwareState {
    const query = new URLSearchParams({ model: parseHardwareState(location.search).model });
    // Field by field: form data would leave out the precision while fine-tuning has it disabled.
    for (const name of FIELDS) query.set(name, this.#field(name).value);
    query.set('zh', this.#chinese.checked ? '1' : '');
    return parseHardwareState(query.toString());
  }

  #fromAddress(): void {
    const state = parseHardwareState(location.search);
    const values: Record<(typeof FIELDS)[number], string | number> = {
      card: state.card,
      vram: state.vramGb ?? '',
      count: state.count,
      task: state.task,
      precision: state.precision,
      context: state.contextLength,
      use: state.use,
      sort: state.order,
    };
    for (const name of FIELDS) this.#field(name).value = String(values[name]);
    this.#chinese.checked = state.chineseOnly;
    void this.#answer(state);
  }

  #change(field: HTMLInputElement | HTMLSelectElement): void {
    // A card has its memory: of the two, the one touched last counts.
    const other = { card: 'vram', vram: 'card' }[field.name];
    if (other && field.value !== '') this.#field(other).value = '';
    this.#ask(this.#state, field.type !== 'number');
  }

  #pickAmount(event: Event): void {
    const amount = (event.target as HTMLElement).dataset['vram'];
    if (amount === undefined) return;
    event.preventDefault();
    this.#field('vram').value = amount;
    this.#field('card').value = '';
    this.#ask(this.#state, true);
  }

  /** Typing replaces the address, a settled choice makes an entry of its own for the Back button. */
  #ask(state: HardwareState, settled: boolean): void {
    const address = `${location.pathname}${serializeHardwareState(state)}`;
    if (settled) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    void this.#answer(state);
  }

  async #answer(state: HardwareState): Promise<void> {
    const turn = ++this.#turn;
    const isAsked = state.model !== '' || capacityGb(state) !== null;
    // In fine-tuning the method says how the weights stand by.
    this.#field('precision').disabled = state.task !== 'inference';
    this.querySelector<HTMLElement>('[data-quick]')!.hidden = isAsked;
    const failed = this.querySelector<HTMLElement>('[data-failed]')!;
    const whole = this.querySelector<HTMLElement>('[data-answer]')!;
    const summary = this.querySelector('[data-summary]')!;
    if (!isAsked) {
      whole.hidden = failed.hidden = true;
      summary.textContent = '';
      this.#showModel(state, undefined);
      return;
    }
    if (whole.hidden) summary.textContent = this.#words.loading;
    this.ariaBusy = 'true';
    try {
      const projects = await load(this.dataset['source']!);
      if (turn !== this.#turn) return;
      failed.hidden = true;
      this.#show(answer(projects, state), state);
      this.#showModel(state, projects);
    } catch {
      if (turn !== this.#turn) return;
      failed.hidden = false;
      whole.hidden = true;
      summary.textContent = '';
    }
    this.ariaBusy = 'false';
  }

  #showModel({ model }: HardwareState, projects: readonly ProjectRow[] | undefined): void {
    const button = this.querySelector<HTMLElement>('[data-model]')!;
    const name = projects?.find(({ id }) => id === model)?.name ?? model;
    button.textContent = `${fill(this.#words.model, { name })} ×`;
    button.ariaLabel = fill(this.#words.modelRemove, { name });
    this.querySelector<HTMLElement>('[data-chips]')!.hidden = model === '';
  }

  #show(found: Answer, state: HardwareState): void {
    const capacity = capacityGb(state);
    const counts = Object.fromEntries(FITS.map((fit) => [fit, groupDigits(versionCount(found[fit]))]));
    this.querySelector('[data-summary]')!.textContent = fill(
      capacity === null ? this.#words.summaryOpen : this.#words.summary,
      { ...counts, gb: capacity === null ? '' : groupDigits(Math.round(capacity)) },
    );
    this.querySelector<HTMLElement>('[data-none]')!.hidden = capacity === null || found.fits.length > 0;
    const drawing: Drawing = {
      root: this,
      words: this.#words,
      capacityGb: capacity,
      // Without a card the bars are held against each other.
      scaleGb: capacity ?? largestNeed(found.open),
      contextLength: state.contextLength,
      projectAddress: (id) => this.dataset['project']!.replace('ID', id),
      most: state.model === '' ? LINES : Infinity,
    };
    for (const fit of FITS) this.#showGroup(fit, found[fit], drawing, state.model !== '');
    this.querySelector<HTMLElement>('[data-answer]')!.hidden = false;
  }

  #showGroup(fit: string, items: readonly AnswerItem[], drawing: Drawing, isOneModel: boolean): void {
    const group = this.querySelector<HTMLDetailsElement>(`[data-group="${fit}"]`)!;
    group.hidden = items.length === 0;
    // Somebody who asks about one model wants to see all of it.
    if (isOneModel) group.open = true;
    group.querySelector('[data-count]')!.textContent = fill(this.#words.groupCount, {
      versions: groupDigits(versionCount(items)),
      projects: groupDigits(items.length),
    });
    const list = group.querySelector('[data-items]')!;
    list.replaceChildren();
    const more = group.querySelector<HTMLButtonElement>('[data-more]')!;
    const drawMore = () => {
      const from = list.children.length;
      list.append(...items.slice(from, from + PAGE).map((item) => drawItem(item, drawing)));
      const left = items.length - list.children.length;
      more.hidden = left === 0;
      more.textContent = fill(this.#words.more, { n: Math.min(PAGE, left) });
      // The button may be gone: the first of the new ones is what was asked for.
      if (from > 0) list.children[from]?.querySelector('a')?.focus();
    };
    more.onclick = drawMore;
    // What is folded away is drawn when it is unfolded.
    group.ontoggle = () => {
      if (group.open && list.children.length === 0) drawMore();
    };
    if (group.open) drawMore();
  }
}

customElements.define('hardware-finder', HardwareFinder);
