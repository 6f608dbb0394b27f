import type { TextHit } from '../domain/search/fulltext.ts';
import { excerpt, highlight } from '../domain/search/highlight.ts';
import type { NameHit } from '../domain/search/match.ts';
import type { NamesIndex, Target } from '../domain/search/names-index.ts';
import { TARGET_KINDS } from '../domain/search/names-file.ts';
import { whyOf } from '../domain/search/why.ts';
import type { SitePage } from './pagefind.ts';

const EXCERPT_LENGTH = 90;

/** What a row shows; `words` are marked wherever they stand. */
interface RowContent {
  href: string;
  title: string;
  facts: (string | undefined)[];
  verdict?: { id: string; word: string } | undefined;
  why?: string | undefined;
  excerpt?: string | undefined;
  words: readonly string[];
}

function fill(element: Element, text: string | undefined, words: readonly string[]): void {
  if (!text) {
    element.remove();
    return;
  }
  const pieces = highlight(text, words);
  if (pieces.length === 1 && !pieces[0]!.hit) {
    element.textContent = text;
    return;
  }
  element.replaceChildren(
    ...pieces.map(({ text: part, hit }) => {
      if (!hit) return part;
      const mark = document.createElement('mark');
      mark.textContent = part;
      return mark;
    }),
  );
}

/** Makes a row from the server's template. */
export function resultRow(template: HTMLTemplateElement, content: RowContent): HTMLAnchorElement {
  const row = template.content.firstElementChild!.cloneNode(true) as HTMLAnchorElement;
  const slots = new Map(
    [...row.querySelectorAll<HTMLElement>('[data-slot]')].map((part) => [part.dataset['slot'], part]),
  );
  const slot = (name: string) => slots.get(name)!;
  row.href = content.href;
  fill(slot('title'), content.title, content.words);
  fill(slot('facts'), content.facts.filter(Boolean).join(' · '), content.words);
  fill(slot('why'), content.why, content.words);
  fill(slot('excerpt'), content.excerpt, content.words);
  const verdict = slot('verdict');
  if (content.verdict) {
    verdict.classList.add(`verdict-${content.verdict.id}`);
    fill(verdict, content.verdict.word, []);
  } else verdict.remove();
  return row;
}

/** Makes a group of rows under a heading of its own. */
export function resultGroup(title: string, rows: readonly HTMLElement[]): HTMLElement {
  const group = document.createElement('div');
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', title);
  const heading = document.createElement('p');
  heading.className = 'result-group';
  heading.setAttribute('role', 'presentation');
  heading.textContent = title;
  group.append(heading, ...rows);
  return group;
}

/** The page of a target. */
export function targetHref({ pages }: NamesIndex, { kind, id }: Target): string {
  return pages[TARGET_KINDS.indexOf(kind)]!.replace('*', id);
}

/** Makes the row of a name that was found. */
export function nameRow(
  template: HTMLTemplateElement,
  index: NamesIndex,
  hit: NameHit,
  words: readonly string[],
): HTMLAnchorElement {
  const target = index.targets[hit.target]!;
  const why = whyOf(hit);
  const organization = target.organizations[0];
  return resultRow(template, {
    href: targetHref(index, target),
    title: target.zhName ? `${target.title} ${target.zhName}` : target.title,
    facts: [...target.notes, organization === undefined ? undefined : organizationName(index, organization)],
    verdict: target.verdict === null ? undefined : index.words.verdicts[target.verdict],
    why: why ? `${index.words.why[why.word]} “${why.name}”` : undefined,
    words,
  });
}

function organizationName(index: NamesIndex, target: number): string {
  const { title, zhName } = index.targets[target]!;
  return zhName || title;
}

/** Makes the row of a page whose text was found. */
export function textRow(template: HTMLTemplateElement, hit: TextHit<SitePage>): HTMLAnchorElement {
  const { page, words } = hit;
  const { category, parameters, organization, verdict, verdictWord, summary } = page.meta;
  // What it is says more than a cut-out, unless the words stand only in the text.
  const isInSummary =
    summary !== undefined && words.every((word) => summary.toLowerCase().includes(word.toLowerCase()));
  return resultRow(template, {
    href: page.url,
    title: page.title,
    facts: [category, parameters, organization],
    verdict: verdict && verdictWord ? { id: verdict, word: verdictWord } : undefined,
    excerpt: isInSummary ? summary : excerpt(page.content, words, EXCERPT_LENGTH),
    words,
  });
}
