import { controlsOf } from './form-values.ts';
import type { Problem } from './check-form.ts';

/** The part of the page that an answer's path names: its control, the first of its group, or its section's heading. */
function targetOf(form: HTMLFormElement, path: string): HTMLElement | null {
  const [exact] = controlsOf(form, path);
  if (exact) return exact;
  const inside = form.querySelector<HTMLElement>(`[name^="${CSS.escape(`${path}.`)}"]`);
  if (inside) return inside;
  const section = form.querySelector<HTMLElement>(`[data-section="${CSS.escape(path.split('.')[0]!)}"]`);
  return section?.querySelector<HTMLElement>('[data-add]') ?? section?.querySelector('summary') ?? null;
}

/** The field's own name, as the page shows it; the section's where it is about a whole group. */
function nameOf(form: HTMLFormElement, path: string): string {
  const question = form.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`);
  const label = question?.querySelector('label, legend')?.firstChild?.textContent?.trim();
  const section = form.querySelector(`[data-section="${CSS.escape(path.split('.')[0]!)}"] h2`)?.textContent?.trim();
  const item = question?.closest('[data-item]')?.querySelector('[data-item-name]')?.textContent?.trim();
  return [item ?? (label ? undefined : section), label].filter(Boolean).join('，');
}

/** What to say of a problem: the sentence, what to write, and the file where that is another. */
function sentence({ message, hint, file }: Problem, inFile: string): string {
  const text = hint ? `${message}${hint}` : message;
  return file === undefined ? text : inFile.replace('{file}', file).replace('{message}', text);
}

/** Shows at each field what is wrong with it; `isShown` says at which by now. */
export function showAtFields(
  form: HTMLFormElement,
  problems: readonly Problem[],
  isShown: (path: string) => boolean,
  inFile: string,
): void {
  const byPath = new Map<string, string[]>();
  for (const problem of problems) {
    if (!isShown(problem.path)) continue;
    byPath.set(problem.path, [...(byPath.get(problem.path) ?? []), sentence(problem, inFile)]);
  }
  for (const place of form.querySelectorAll<HTMLElement>('[data-error]')) {
    const path = place.dataset['error'] || place.closest<HTMLElement>('[data-path]')?.dataset['path'] || '';
    const texts = byPath.get(path) ?? [];
    const text = texts.join(' ');
    if (place.textContent !== text) place.textContent = text;
    place.hidden = text === '';
    if (place.dataset['error']) continue;
    for (const control of controlsOf(form, path))
      if (text === '') control.removeAttribute('aria-invalid');
      else control.setAttribute('aria-invalid', 'true');
  }
}

/** Lists every problem with a link to its field. */
export function showSummary(
  form: HTMLFormElement,
  summary: HTMLElement,
  problems: readonly Problem[],
  inFile: string,
): void {
  const items = problems.map((problem) => {
    const item = document.createElement('li');
    const name = problem.path === '' ? '' : nameOf(form, problem.path);
    const text = name === '' ? sentence(problem, inFile) : `${name}：${sentence(problem, inFile)}`;
    if (problem.path === '') item.textContent = text;
    else {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'text-button';
      button.dataset['goTo'] = problem.path;
      button.textContent = text;
      item.append(button);
    }
    return item;
  });
  summary.querySelector('ul')!.replaceChildren(...items);
  summary.hidden = problems.length === 0;
}

/** Opens whatever hides a field and puts the focus there. */
export function goTo(form: HTMLFormElement, path: string): void {
  const target = targetOf(form, path);
  for (let hider = target?.closest('details'); hider; hider = hider.parentElement?.closest('details'))
    hider.open = true;
  target?.focus();
}
