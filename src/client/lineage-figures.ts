/** A node as a tree has it. */
export function nodeIn(part: Element, id: string): SVGElement | null {
  return part.querySelector<SVGElement>(`.node[data-id="${CSS.escape(id)}"]`);
}

/** Lists the families that have more than is drawn at first. */
export function foldableFamilies(root: Element): string[] {
  return [...root.querySelectorAll<HTMLElement>('figure:has([data-open])')].map(({ dataset }) => dataset['family']!);
}

/** Tells whether a figure has a node only where it is drawn whole. */
export function isFoldedAway(figure: Element, id: string): boolean {
  const [folded, whole] = [...figure.querySelectorAll('lineage-plate')].map((plate) => nodeIn(plate, id));
  return !folded && Boolean(whole);
}

/** Shows one family, or with an empty name all of them, in trees and lists. */
export function showFamilies(root: Element, family: string): void {
  for (const part of root.querySelectorAll<HTMLElement>('[data-family]'))
    part.hidden = family !== '' && part.dataset['family'] !== family;
  for (const group of root.querySelectorAll<HTMLElement>('[data-group]'))
    group.hidden = !group.querySelector('[data-family]:not([hidden])');
  root.toggleAttribute('data-one', family !== '');
}

/** Gives a button the word for what it does next. */
export function label(button: HTMLElement, isOpen: boolean): void {
  button.textContent = button.dataset[isOpen ? 'less' : 'more']!;
}

/** Draws the families named to their end, the others down to the level of the page as it came; who is looked at is never folded away. */
export function showWhole(root: Element, open: readonly string[], focus: string): void {
  for (const figure of root.querySelectorAll<HTMLElement>('figure:has([data-open])')) {
    const [folded, whole] = figure.querySelectorAll<HTMLElement>('lineage-plate');
    const isOpen = open.includes(figure.dataset['family']!) || isFoldedAway(figure, focus);
    folded!.hidden = isOpen;
    whole!.hidden = !isOpen;
    const button = figure.querySelector<HTMLElement>('[data-open]')!;
    button.setAttribute('aria-expanded', String(isOpen));
    label(button, isOpen);
  }
  root.toggleAttribute('data-wide', open.length > 0);
}
