/** Fills a template's `*` with the item's place, in every attribute. */
function atPlace(template: HTMLTemplateElement, place: number): HTMLElement {
  const fragment = template.content.cloneNode(true) as DocumentFragment;
  for (const element of fragment.querySelectorAll('*'))
    for (const { name, value } of [...element.attributes])
      if (value.includes('*')) element.setAttribute(name, value.replaceAll('*', String(place)));
  return fragment.querySelector<HTMLElement>('[data-item]')!;
}

function itemsOf(group: HTMLElement): HTMLElement[] {
  return [...group.querySelectorAll<HTMLElement>('[data-item]')];
}

/** Numbers the items as they stand, so that their names say which is which. */
function number(group: HTMLElement): void {
  itemsOf(group).forEach((item, i) => {
    const legend = item.querySelector<HTMLElement>('[data-item-name]')!;
    legend.textContent = legend.dataset['itemName']!.replace('{n}', String(i + 1));
  });
}

function groupOf(form: HTMLElement, path: string): HTMLElement | null {
  return form.querySelector<HTMLElement>(`[data-repeated="${path}"]`);
}

/** Makes the item of a repeated group at a place where it is not there yet; gives it, or null where there is no such group. */
export function ensureItem(form: HTMLElement, path: string, place: number): HTMLElement | null {
  const group = groupOf(form, path);
  if (!group) return null;
  const known = group.querySelector<HTMLElement>(`[data-item="${place}"]`);
  if (known) return known;
  const item = atPlace(group.querySelector('template')!, place);
  group.querySelector('[data-items]')!.append(item);
  number(group);
  return item;
}

/** Adds an item at the end of a repeated group. */
export function addItem(form: HTMLElement, path: string): HTMLElement | null {
  const group = groupOf(form, path);
  const places = group ? itemsOf(group).map((item) => Number(item.dataset['item'])) : [];
  return ensureItem(form, path, Math.max(-1, ...places) + 1);
}

/** Takes an item out; gives what should have the focus then: the item after it, before it, or the button that adds one. */
export function removeItem(item: HTMLElement): HTMLElement {
  const group = item.closest<HTMLElement>('[data-repeated]')!;
  const items = itemsOf(group);
  const next = items[items.indexOf(item) + 1] ?? items[items.indexOf(item) - 1];
  item.remove();
  number(group);
  return (next ?? group).querySelector<HTMLElement>(next ? 'input, select, textarea' : '[data-add]')!;
}
