import { nextSize, scrollAround, withinSizes } from '../domain/lineage/zoom.ts';

/** How fast the wheel zooms, per unit that it turns. */
const WHEEL = 0.0025;

/** One tree that can be moved and sized: drag, wheel with Ctrl, two fingers, the keys + - 0. Without this script it scrolls. */
export class LineagePlate extends HTMLElement {
  #abort = new AbortController();
  #size = 1;
  /** Measures that the tree is drawn for. */
  #drawn = { width: 0, height: 0 };

  get #tree(): SVGSVGElement {
    return this.querySelector('svg')!;
  }

  /** How large the tree is shown; 1 as it is drawn. */
  get size(): number {
    return this.#size;
  }

  connectedCallback(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const { width, height } = this.#tree.viewBox.baseVal;
    this.#drawn = { width, height };
    this.addEventListener('wheel', (event) => this.#wheel(event), { signal, passive: false });
    this.addEventListener('keydown', (event) => this.#key(event), { signal });
    this.addEventListener('pointerdown', (event) => this.#drag(event), { signal });
    this.addEventListener('touchstart', (event) => this.#pinch(event), { signal, passive: true });
  }

  disconnectedCallback(): void {
    this.#abort.abort();
  }

  /** Shows the tree in another size; what lies at `offset` pixels from the left of what is seen stays there. */
  resize(size: number, offset = this.clientWidth / 2): void {
    const after = withinSizes(size);
    const left = scrollAround(this.scrollLeft, offset, this.#size, after);
    this.#size = after;
    this.#tree.setAttribute('width', String(this.#drawn.width * after));
    this.#tree.setAttribute('height', String(this.#drawn.height * after));
    this.scrollLeft = left;
  }

  #offset(clientX: number): number {
    return clientX - this.getBoundingClientRect().left;
  }

  #wheel(event: WheelEvent): void {
    // The wheel alone goes on scrolling the page.
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.resize(this.#size * Math.exp(-event.deltaY * WHEEL), this.#offset(event.clientX));
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') this.resize(nextSize(this.#size, 1));
    else if (event.key === '-') this.resize(nextSize(this.#size, -1));
    else if (event.key === '0') this.resize(1);
    else return;
    event.preventDefault();
  }

  /** Moves the tree with the mouse; fingers scroll it by themselves. */
  #drag(event: PointerEvent): void {
    if (event.pointerType !== 'mouse' || event.button !== 0 || (event.target as Element).closest('a')) return;
    // A drag selects no text.
    event.preventDefault();
    this.focus({ preventScroll: true });
    this.setPointerCapture(event.pointerId);
    const moving = new AbortController();
    const signal = AbortSignal.any([this.#abort.signal, moving.signal]);
    const from = { left: this.scrollLeft + event.clientX, top: window.scrollY + event.clientY };
    this.addEventListener(
      'pointermove',
      (move) => {
        this.scrollLeft = from.left - move.clientX;
        window.scrollTo(window.scrollX, from.top - move.clientY);
      },
      { signal },
    );
    for (const end of ['pointerup', 'pointercancel']) this.addEventListener(end, () => moving.abort(), { signal });
  }

  /** Sizes the tree with two fingers. */
  #pinch(event: TouchEvent): void {
    if (event.touches.length !== 2) return;
    const apart = ({ touches: [a, b] }: TouchEvent) => Math.hypot(a!.clientX - b!.clientX, a!.clientY - b!.clientY);
    const between = ({ touches: [a, b] }: TouchEvent) => (a!.clientX + b!.clientX) / 2;
    const [start, size] = [apart(event), this.#size];
    const moving = new AbortController();
    const signal = AbortSignal.any([this.#abort.signal, moving.signal]);
    this.addEventListener(
      'touchmove',
      (move) => {
        if (move.touches.length !== 2) return;
        move.preventDefault();
        this.resize((size * apart(move)) / start, this.#offset(between(move)));
      },
      { signal, passive: false },
    );
    for (const end of ['touchend', 'touchcancel']) this.addEventListener(end, () => moving.abort(), { signal });
  }
}

customElements.define('lineage-plate', LineagePlate);
