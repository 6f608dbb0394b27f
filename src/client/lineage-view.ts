import { relatives, type Steps } from '../domain/lineage/focus.ts';
import { readSteps } from '../domain/lineage/steps.ts';
import { parseLineageState, serializeLineageState, type LineageState } from '../domain/lineage/view-state.ts';
import { nextSize } from '../domain/lineage/zoom.ts';
import { foldableFamilies, isFoldedAway, label, nodeIn, showFamilies, showWhole } from './lineage-figures.ts';
import { clearMarks, markRelatives } from './lineage-marks.ts';
import { focusChoices, relativesPanel } from './lineage-panel.ts';
import type { LineagePlate } from './lineage-plate.ts';

/** The page of the family trees: which family, whose relatives, which trees whole; all of it in the address. */
class LineageView extends HTMLElement {
  #abort = new AbortController();
  /** The lists' items by the node that they name. */
  #items = new Map<string, HTMLElement>();
  #steps: Steps = new Map();
  #state: LineageState = { family: '', focus: '', far: false, open: [] };

  get #form(): HTMLFormElement {
    return this.querySelector<HTMLFormElement>('[data-tools]')!;
  }

  get #plates(): LineagePlate[] {
    return [...this.querySelectorAll<LineagePlate>('lineage-plate')];
  }

  #field(name: string): HTMLSelectElement {
    return this.#form.elements.namedItem(name) as HTMLSelectElement;
  }

  #button(name: string): HTMLButtonElement {
    return this.#form.querySelector<HTMLButtonElement>(`[data-${name}]`)!;
  }

  connectedCallback(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const items = [...this.querySelectorAll<HTMLElement>('li[data-id]')];
    this.#items = new Map(items.map((item) => [item.dataset['id']!, item]));
    this.#steps = new Map(items.map((item) => [item.dataset['id']!, readSteps(item.dataset['up']!)]));
    focusChoices(this.#field('focus'), this);
    this.#form.addEventListener('submit', (event) => event.preventDefault(), { signal });
    this.#form.addEventListener('change', () => this.#choose(this.#chosen()), { signal });
    this.addEventListener('click', (event) => this.#click(event), { signal });
    for (const type of ['pointerover', 'focusin'] as const)
      this.addEventListener(type, (event) => this.#preview((event.target as Element).closest('.node')), { signal });
    window.addEventListener('popstate', () => this.#fromAddress(), { signal });
    this.#fromAddress();
  }

  disconnectedCallback(): void {
    this.#abort.abort();
  }

  #fromAddress(): void {
    const families = new Set([...this.#field('family').options].map(({ value }) => value).filter(Boolean));
    this.#state = parseLineageState(location.search, { families, nodes: new Set(this.#items.keys()) });
    this.#show();
    if (this.#state.focus) this.#goThere(false);
  }

  /** What the form says now; what it does not say stays. */
  #chosen(): LineageState {
    const far = this.#form.querySelector<HTMLInputElement>('[name="far"]')!.checked;
    return { ...this.#state, family: this.#field('family').value, focus: this.#field('focus').value, far };
  }

  #choose(state: LineageState): void {
    this.#state = state;
    this.#show();
    history.pushState(null, '', `${location.pathname}${serializeLineageState(this.#state)}`);
  }

  /** What a click on each kind of control does. */
  readonly #actions: readonly (readonly [selector: string, act: (control: HTMLElement) => void])[] = [
    [
      '[data-focus]',
      ({ dataset }) => {
        this.#choose({ ...this.#state, focus: dataset['focus']! });
        this.#goThere(true);
      },
    ],
    ['[data-zoom]', ({ dataset }) => this.#zoom(Number(dataset['zoom']))],
    ['[data-open-all]', () => this.#openAll()],
    // The words stand in a node's link: who means them does not mean to leave. The button above does the same by key.
    ['[data-open], [data-open-here]', (control) => this.#open(control.closest<HTMLElement>('figure')!)],
    ['[data-go]', () => this.#goThere(true)],
    [
      '[data-clear]',
      () => {
        this.#choose({ ...this.#state, family: '', focus: '', far: false });
        // The button is gone; the keyboard goes on where the choice was made.
        this.#field('focus').focus();
      },
    ],
  ];

  #click(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    for (const [selector, act] of this.#actions) {
      const control = (event.target as Element).closest<HTMLElement>(selector);
      if (!control) continue;
      event.preventDefault();
      act(control);
      return;
    }
  }

  #open(figure: HTMLElement): void {
    const slug = figure.dataset['family']!;
    const others = this.#state.open.filter((other) => other !== slug);
    if (figure.querySelector('[data-open]')!.getAttribute('aria-expanded') === 'false')
      this.#choose({ ...this.#state, open: [...others, slug] });
    else {
      // Whoever is folded away with it is no longer looked at.
      const isHidden = isFoldedAway(figure, this.#state.focus);
      this.#choose({ ...this.#state, open: others, focus: isHidden ? '' : this.#state.focus });
    }
  }

  #openAll(): void {
    const all = foldableFamilies(this);
    this.#choose({ ...this.#state, open: all.every((slug) => this.#state.open.includes(slug)) ? [] : all });
  }

  #zoom(direction: number): void {
    const now = this.#plates.find((plate) => !plate.closest('[hidden]'))?.size ?? 1;
    const size = direction === 0 ? 1 : nextSize(now, direction > 0 ? 1 : -1);
    for (const plate of this.#plates) plate.resize(size);
    this.#button('size').textContent = `${Math.round(size * 100)}%`;
  }

  /** Shows the relatives of what is pointed at or reached by key, unless somebody's are looked at. */
  #preview(node: Element | null): void {
    if (this.#state.focus) return;
    clearMarks(this);
    const id = node instanceof SVGElement ? node.dataset['id'] : undefined;
    if (id) markRelatives(this, id, relatives(this.#steps, id), this.#steps);
  }

  /** The figure that a node stands in, if it stands in one. */
  #figureOf(id: string): HTMLElement | null {
    return nodeIn(this, id)?.closest('figure') ?? null;
  }

  #show(): void {
    const { focus, far, open } = this.#state;
    // Who is looked at is shown: a family without that node is no longer the only one.
    const family = focus && this.#figureOf(focus)?.dataset['family'] !== this.#state.family ? '' : this.#state.family;
    this.#state = { ...this.#state, family };
    this.#field('family').value = family;
    this.#field('focus').value = focus;
    const farBox = this.#form.querySelector<HTMLInputElement>('[name="far"]')!;
    farBox.checked = far;
    farBox.disabled = !focus;
    this.#button('clear').hidden = !focus && !family;
    this.#button('go').hidden = !focus;
    showFamilies(this, family);
    showWhole(this, open, focus);
    const isAllOpen = foldableFamilies(this).every((slug) => open.includes(slug));
    label(this.#button('open-all'), isAllOpen);
    clearMarks(this);
    this.querySelector('[data-panel]')?.remove();
    if (focus) this.#showFocus(focus, far);
    else this.#tellFamily(family);
  }

  #showFocus(focus: string, far: boolean): void {
    const found = relatives(this.#steps, focus, far);
    this.toggleAttribute('data-focused', true);
    markRelatives(this, focus, found, this.#steps);
    const panel = relativesPanel(this, focus, this.#items, this.#steps);
    const caption = this.#figureOf(focus)?.querySelector('figcaption');
    if (caption && !caption.closest('[hidden]')) caption.after(panel);
    else this.#form.after(panel);
    this.#tell('focusWords', {
      name: this.#field('focus').selectedOptions[0]!.textContent,
      up: String(found.ancestors.size),
      down: String(found.descendants.size),
    });
  }

  #tellFamily(family: string): void {
    this.toggleAttribute('data-focused', false);
    const { name = '', count = '' } = this.#field('family').selectedOptions[0]!.dataset;
    if (family) this.#tell('familyWords', { name, n: count });
    else this.#form.querySelector('[data-status]')!.replaceChildren();
  }

  #tell(words: string, values: Record<string, string>): void {
    const status = this.#form.querySelector<HTMLElement>('[data-status]')!;
    status.textContent = status.dataset[words]!.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');
  }

  /** Brings the node that is looked at into view, and hands it the keyboard where somebody asked for that. */
  #goThere(withKeyboard: boolean): void {
    const { focus } = this.#state;
    const shown = this.#plates.filter((plate) => !plate.closest('[hidden]')).map((plate) => nodeIn(plate, focus));
    const place = shown.find((node) => node !== null) ?? this.#items.get(focus)?.querySelector('a');
    place?.scrollIntoView({ block: 'center', inline: 'center' });
    if (withKeyboard) place?.focus({ preventScroll: true });
  }
}

customElements.define('lineage-view', LineageView);
