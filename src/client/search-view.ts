import { excerpt, highlight } from '../domain/search/highlight.ts';
import type { Hit } from './pagefind.ts';

const EXCERPT_LENGTH = 90;

function fill(element: Element | null, text: string, words: readonly string[]): void {
  if (!element) return;
  element.replaceChildren(
    ...highlight(text, words).map(({ text: part, hit }) => {
      if (!hit) return part;
      const mark = document.createElement('mark');
      mark.textContent = part;
      return mark;
    }),
  );
}

/** Makes the row of a hit from the server's template: title, category, parameters, verdict, and why it was found. */
export function resultRow(template: HTMLTemplateElement, hit: Hit, words: readonly string[]): Node {
  const row = template.content.cloneNode(true) as DocumentFragment;
  row.querySelector('a')?.setAttribute('href', hit.url);
  fill(row.querySelector('[data-slot="title"]'), hit.title, words);
  const { category, parameters, organization, verdict, verdictWord, summary } = hit.meta;
  const facts = [category, parameters, organization].filter((part): part is string => Boolean(part));
  fill(row.querySelector('[data-slot="facts"]'), facts.join(' · '), words);
  const seal = row.querySelector('[data-slot="verdict"]');
  if (seal && verdict && verdictWord) {
    seal.textContent = verdictWord;
    seal.classList.add(`verdict-${verdict}`);
  } else seal?.remove();
  // What it is says more than a cut-out, unless the words stand only in the text.
  const shown = [hit.title, ...hit.names, organization ?? '', summary ?? ''].join('\n').toLowerCase();
  const isShown = words.some((word) => shown.includes(word.toLowerCase()));
  const body = summary && isShown ? summary : excerpt(hit.content, words, EXCERPT_LENGTH);
  fill(row.querySelector('[data-slot="excerpt"]'), body, words);
  return row;
}
