/** Button that switches between light and dark and remembers the choice on this device. Without scripts it is not shown (pieces.css). */
class ThemeToggle extends HTMLElement {
  #abort = new AbortController();

  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button) return;
    this.#abort = new AbortController();
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const current = () => document.documentElement.dataset['theme'] ?? (dark.matches ? 'dark' : 'light');
    const show = () => button.setAttribute('aria-pressed', String(current() === 'dark'));
    button.addEventListener(
      'click',
      () => {
        const next = current() === 'dark' ? 'light' : 'dark';
        document.documentElement.dataset['theme'] = next;
        try {
          localStorage.setItem('theme', next);
        } catch {
          // Storage is forbidden here: the choice lasts for this page.
        }
        show();
      },
      { signal: this.#abort.signal },
    );
    dark.addEventListener('change', show, { signal: this.#abort.signal });
    show();
  }

  disconnectedCallback(): void {
    this.#abort.abort();
  }
}

customElements.define('theme-toggle', ThemeToggle);
