import type { Steps } from '../domain/lineage/focus.ts';

/** A link that shows another node's relatives. */
function focusLink(id: string, name: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = `?focus=${encodeURIComponent(id)}`;
  link.dataset['focus'] = id;
  link.textContent = name;
  return link;
}

/** The name as a list's item has it. */
function nameOf(item: HTMLElement): string {
  return item.querySelector('a, b')!.textContent.trim();
}

/** Fills the choice of nodes from the lists on the page, a group a family. */
export function focusChoices(select: HTMLSelectElement, page: Element): void {
  if (select.querySelector('optgroup')) return;
  for (const names of page.querySelectorAll<HTMLElement>('.names-columns [data-id]:not([data-id] [data-id])')) {
    const title = names.closest('section[data-family]')?.querySelector('h3 span')?.textContent.trim();
    const label = title ?? select.dataset['alone']!;
    let group = [...select.querySelectorAll('optgroup')].find((other) => other.label === label);
    if (!group) {
      group = document.createElement('optgroup');
      group.label = label;
      select.append(group);
    }
    for (const item of [names, ...names.querySelectorAll<HTMLElement>('[data-id]')])
      group.append(new Option(nameOf(item), item.dataset['id']));
  }
}

/** Makes what is said of one node: what it was made from, and links to what was made from it directly. */
export function relativesPanel(
  page: Element,
  focus: string,
  items: ReadonlyMap<string, HTMLElement>,
  steps: Steps,
): HTMLElement {
  const template = page.querySelector<HTMLTemplateElement>('[data-panel-template]')!;
  const panel = (template.content.cloneNode(true) as DocumentFragment).querySelector<HTMLElement>('[data-panel]')!;
  const slot = (name: string) => panel.querySelector<HTMLElement>(`[data-slot="${name}"]`)!;
  const item = items.get(focus)!;
  const line = item.querySelector('p')!;
  const entry = line.querySelector('a');
  slot('name').textContent = nameOf(item);
  for (const fact of line.querySelectorAll('.tabular, .verdict-word')) slot('facts').append(fact.cloneNode(true), ' ');
  if (entry) slot('entry').setAttribute('href', entry.href);
  else slot('entry').remove();
  slot('up').textContent = line.querySelector('.names-up')!.textContent;
  const down = slot('down');
  const children = [...steps].filter(([, ups]) => ups.some(({ from }) => from === focus)).map(([id]) => id);
  if (children.length === 0) down.textContent = down.dataset['nobody']!;
  children.forEach((id, i) => {
    if (i > 0) down.append(down.dataset['between']!);
    down.append(focusLink(id, nameOf(items.get(id)!)));
  });
  return panel;
}
