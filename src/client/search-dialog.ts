import type * as siteSearch from './site-search.ts';

const EDITABLE = 'input, textarea, select, [contenteditable]';

/** Opens the search with `/`, Ctrl K or ⌘ K and by the header's link; on the search page the same keys lead to its box. */
export class SearchDialog extends HTMLElement {
  #abort = new AbortController();

  connectedCallback(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    document.addEventListener('keydown', (event) => this.#key(event), { signal });
    document.addEventListener(
      'click',
      (event) => {
        const opener = (event.target as Element).closest('[data-search-open]');
        // A click with a modifier means "in a new tab": the link then does what links do.
        if (!opener || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        this.open();
      },
      { signal },
    );
    const dialog = this.querySelector('dialog');
    // A search box takes the first Escape to empty itself; here it means: close.
    dialog?.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        dialog.close();
      },
      { signal },
    );
    dialog?.addEventListener(
      'click',
      (event) => {
        const onBackdrop = event.target === dialog;
        const onClose = (event.target as Element).closest('[data-search-close]');
        if (onBackdrop || onClose) dialog.close();
      },
      { signal },
    );
  }

  disconnectedCallback(): void {
    this.#abort.abort();
  }

  /** The code of the search itself, fetched when somebody first searches, here or in another box of the page. */
  code(): Promise<typeof siteSearch> {
    return import('./site-search.ts');
  }

  open(): void {
    const dialog = this.querySelector('dialog');
    const box = (dialog ?? document).querySelector<HTMLInputElement>('site-search input');
    if (dialog && !dialog.open) {
      void this.code();
      dialog.showModal();
    }
    box?.focus();
    box?.select();
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing || event.altKey) return;
    const typing = (event.target as Element).closest?.(EDITABLE);
    const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey;
    const combination = event.key === 'k' && (event.ctrlKey || event.metaKey);
    if (!slash && !combination) return;
    event.preventDefault();
    this.open();
  }
}

customElements.define('search-dialog', SearchDialog);
