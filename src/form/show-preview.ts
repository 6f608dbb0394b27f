import { cardParts } from '../domain/catalog/card.ts';
import { withNewFile } from '../domain/paths.ts';
import type { NewFile } from '../domain/entry/entry-file.ts';
import type { KnownFile } from '../domain/entry/known.ts';
import type { FormWords } from '../domain/entry/form-words.ts';
import type { Outcome } from './check-form.ts';

function languageWord(words: FormWords): (code: string) => string {
  const names = new Intl.DisplayNames([document.documentElement.lang], { type: 'language', fallback: 'code' });
  return (code) => {
    try {
      return words.languages[code] ?? names.of(code) ?? code;
    } catch {
      return code;
    }
  };
}

function set(root: HTMLElement, selector: string, text: string): void {
  root.querySelector(selector)!.textContent = text;
}

/** Shows the card that lists would have of the entry: the same parts and words. */
export function showCard(
  root: HTMLElement,
  { project, verdict }: Outcome,
  answers: Readonly<Record<string, string>>,
  known: KnownFile,
  words: FormWords,
): void {
  const name = root.querySelector<HTMLElement>('[data-card-name]')!;
  name.textContent = project?.name || answers['name'] || name.dataset['unnamed']!;
  set(root, '[data-card-zh]', project?.zhName ?? answers['zhName'] ?? '');
  set(root, '[data-card-summary]', project?.summary ?? answers['summary'] ?? '');
  const facts = project
    ? cardParts(project, {
        organization(id) {
          const found = known.organizations.find((one) => one.id === id);
          return found?.zhName ?? found?.name ?? id;
        },
        language: languageWord(words),
        languagesMore: (first, count) => words.languagesMore.replace('{first}', first).replace('{n}', String(count)),
        separator: '、',
      })
    : [];
  const spans = facts.map((fact) => {
    const span = document.createElement('span');
    span.textContent = fact;
    return span;
  });
  root.querySelector('[data-card-facts]')!.replaceChildren(...spans);
  const seal = root.querySelector<HTMLElement>('[data-card-seal]')!;
  const word = words.verdicts[verdict];
  const inner = document.createElement('span');
  inner.append(word.slice(0, -2), document.createElement('wbr'), word.slice(-2));
  seal.className = `seal seal-${verdict}`;
  seal.replaceChildren(inner);
}

/** Shows the files as they would be written. */
export function showFiles(root: HTMLElement, files: readonly NewFile[], newFile: string): void {
  const list = root.querySelector<HTMLElement>('[data-files]')!;
  const template = list.querySelector('template')!;
  const shown = [...list.querySelectorAll<HTMLElement>('figure')];
  files.forEach((file, i) => {
    let figure = shown[i];
    if (!figure) {
      figure = (template.content.cloneNode(true) as DocumentFragment).querySelector('figure')!;
      list.append(figure);
    }
    set(figure, '[data-file-path]', file.path);
    set(figure, '[data-file-text]', file.text);
    // A file beside the entry is sent by itself, before the entry that names it.
    const open = figure.querySelector<HTMLAnchorElement>('[data-file-open]')!;
    open.hidden = i === 0;
    if (i > 0) open.href = withNewFile(newFile, file.path, file.text).href;
  });
  shown.slice(files.length).forEach((figure) => figure.remove());
}
