import { joinList, splitList } from '../domain/entry/answers.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const CONTROLS = 'input[name], textarea[name], select[name]';

/** Reads every answer of the form by its path. Several controls of one name are one list. */
export function readAnswers(form: HTMLFormElement): Record<string, string> {
  const lists = new Map<string, string[]>();
  for (const [path, value] of new FormData(form)) {
    if (typeof value !== 'string' || value.trim() === '') continue;
    const list = lists.get(path);
    if (!list) lists.set(path, [value]);
    else if (!list.includes(value)) list.push(value);
  }
  return Object.fromEntries(
    [...lists].map(([path, values]) => [path, values.length === 1 ? values[0]! : joinList(values)]),
  );
}

/** The controls of an answer. */
export function controlsOf(form: HTMLFormElement, path: string): Control[] {
  return [...form.querySelectorAll<Control>(CONTROLS)].filter(({ name }) => name === path);
}

const isBox = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && control.type === 'checkbox';

/** Adds an input to a row of alike ones, after the last. */
export function addRow(rows: HTMLElement): HTMLInputElement {
  const last = [...rows.querySelectorAll('input')].at(-1)!;
  const next = last.cloneNode() as HTMLInputElement;
  next.value = '';
  next.removeAttribute('aria-invalid');
  // The label names the first; the others are told apart by it all the same.
  next.removeAttribute('id');
  const label =
    last.getAttribute('aria-label') ??
    rows.closest('[data-path]')?.querySelector('label')?.firstChild?.textContent?.trim();
  if (label) next.setAttribute('aria-label', label);
  last.after(next);
  return next;
}

function writeRows(controls: readonly Control[], items: readonly string[]): void {
  const rows = controls[0]!.closest<HTMLElement>('[data-rows]')!;
  controls.slice(1).forEach((control) => control.remove());
  items.forEach((item, i) => {
    (i === 0 ? controls[0]! : addRow(rows)).value = item;
  });
}

/** Puts an answer into its controls. */
function writeAnswer(form: HTMLFormElement, path: string, text: string): void {
  const controls = controlsOf(form, path);
  const [first] = controls;
  if (!first) return;
  const items = splitList(text, !/^[^\n]*$/.test(text));
  const boxes = controls.filter(isBox);
  if (first.closest('[data-rows]')) writeRows(controls, splitList(text, true));
  else if (boxes.length === controls.length) for (const box of boxes) box.checked = items.includes(box.value);
  else if (boxes.length > 0) {
    // A choice of the first and boxes for the rest.
    first.value = items[0] ?? '';
    for (const box of boxes) box.checked = items.slice(1).includes(box.value);
  } else
    first.value =
      first instanceof HTMLTextAreaElement || !text.includes('\n') ? text : splitList(text, true).join(', ');
}

/** Puts answers into the form; `ensureItem` makes the items of repeated groups that they speak of. */
export function writeAnswers(
  form: HTMLFormElement,
  answers: Readonly<Record<string, string>>,
  ensureItem: (group: string, place: number) => void,
): void {
  for (const path of Object.keys(answers)) {
    const [, group, place] = /^(\w+)\.(\d+)\./.exec(path) ?? [];
    if (group !== undefined) ensureItem(group, Number(place));
  }
  for (const [path, text] of Object.entries(answers)) writeAnswer(form, path, text);
}
