import { compareCsv, compareMarkdown, type ExportOptions } from '../domain/compare/export.ts';
import type { CompareTable } from '../domain/compare/table.ts';
import type { CompareWords } from '../domain/compare/words.ts';

/** A form in which the comparison can be taken away. */
interface Format {
  write: (table: CompareTable, words: CompareWords, options: ExportOptions) => string;
  ending: string;
  type: string;
}

const FORMATS: Readonly<Record<string, Format>> = {
  csv: { write: compareCsv, ending: 'csv', type: 'text/csv' },
  markdown: { write: compareMarkdown, ending: 'md', type: 'text/markdown' },
};

function download(text: string, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Copies the link, and copies or downloads the comparison as it is shown: buttons `[data-copy]`, `[data-download]`. */
export class CompareShare extends HTMLElement {
  #abort = new AbortController();
  /** What there is to share. */
  shared: { table: CompareTable; words: CompareWords } | null = null;

  connectedCallback(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.addEventListener('click', (event) => void this.#click((event.target as Element).closest('button')), {
      signal,
    });
    this.addEventListener(
      'keydown',
      (event) => {
        const details = this.querySelector('details')!;
        if (event.key !== 'Escape' || !details.open) return;
        details.open = false;
        details.querySelector('summary')!.focus();
      },
      { signal },
    );
  }

  disconnectedCallback(): void {
    this.#abort.abort();
  }

  async #click(button: HTMLButtonElement | null): Promise<void> {
    const { copy, download: taken } = button?.dataset ?? {};
    if (copy === 'link') await this.#copy(location.href, 'linkCopied');
    else if (copy) await this.#copy(this.#written(copy), 'copied');
    else if (taken && this.shared) {
      const { ending, type } = FORMATS[taken]!;
      download(this.#written(taken), `${this.shared.table.columns.map(({ id }) => id).join('-vs-')}.${ending}`, type);
    }
  }

  #written(format: string): string {
    if (!this.shared) return '';
    const { searchParams, href } = new URL(location.href);
    const options = { onlyDifferences: searchParams.get('diff') === '1', address: href.replace(/#.*$/, '') };
    return FORMATS[format]!.write(this.shared.table, this.shared.words, options);
  }

  async #copy(text: string, told: string): Promise<void> {
    const status = this.querySelector<HTMLElement>('[role="status"]')!;
    try {
      await navigator.clipboard.writeText(text);
      status.textContent = this.dataset[told]!;
    } catch {
      status.textContent = this.dataset['notCopied']!;
    }
  }
}

customElements.define('compare-share', CompareShare);
