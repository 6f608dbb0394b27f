/** Keys that walk from point to point, as steps; the ends are their own. */
const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Makes a drawing of many points one stop of the Tab key: arrows walk through its points, and a line says which one is
 * meant. Without this script every point is a link of its own, and there is a link past them all.
 */
class DotPlot extends HTMLElement {
  #abort = new AbortController();

  get #points(): SVGAElement[] {
    return [...this.querySelectorAll<SVGAElement>('.plot-area a')];
  }

  connectedCallback(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.#points.forEach((point, i) => point.setAttribute('tabindex', i === 0 ? '0' : '-1'));
    this.#say(null);
    this.addEventListener('focusin', ({ target }) => this.#meet(target), { signal });
    this.addEventListener('pointerover', ({ target }) => this.#meet(target), { signal });
    this.addEventListener('keydown', (event) => this.#walk(event), { signal });
  }

  disconnectedCallback(): void {
    this.#abort.abort();
    for (const point of this.#points) point.removeAttribute('tabindex');
  }

  /** Says what a point is; its title is also its name for screen readers. */
  #say(point: Element | null): void {
    const line = this.querySelector<HTMLElement>('[data-readout]')!;
    line.textContent = point?.querySelector('title')?.textContent ?? line.dataset['hint']!;
  }

  #meet(target: EventTarget | null): void {
    const point = (target as Element).closest('.plot-area a');
    if (point) this.#say(point);
  }

  #walk(event: KeyboardEvent): void {
    const points = this.#points;
    const here = points.indexOf((event.target as Element).closest<SVGAElement>('.plot-area a')!);
    if (here < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? points.length - 1 : step ? here + step : here;
    const point = points[next];
    if (next === here || !point) return;
    event.preventDefault();
    points[here]!.setAttribute('tabindex', '-1');
    point.setAttribute('tabindex', '0');
    point.focus();
  }
}

customElements.define('dot-plot', DotPlot);
