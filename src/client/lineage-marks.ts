import { bow, type Place } from '../domain/lineage/curve.ts';
import { isOnTheWay, type Relatives, type Steps } from '../domain/lineage/focus.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Where a node's row stands in its tree. */
function placeOf(node: SVGGraphicsElement): Place {
  const { e: x, f: y } = node.transform.baseVal.consolidate()!.matrix;
  const row = node.querySelector('rect')!;
  return { x, y, width: row.width.baseVal.value, height: row.height.baseVal.value };
}

/** Draws the links of one node that the tree has no line for, where both ends are in it. */
function drawAside(tree: SVGSVGElement, focus: string, found: Relatives, steps: Steps): void {
  const nodes = new Map(
    [...tree.querySelectorAll<SVGGraphicsElement>('.node')].map((node) => [node.dataset['id']!, node]),
  );
  if (!nodes.has(focus)) return;
  const lines = [...tree.querySelectorAll<SVGElement>('.line')];
  const isDrawn = (from: string, to: string) =>
    lines.some(({ dataset }) => dataset['from'] === from && dataset['to']!.split(' ').includes(to));
  for (const lower of [focus, ...found.descendants])
    for (const { from, relations } of steps.get(lower) ?? []) {
      if ((lower !== focus && from !== focus) || isDrawn(from, lower)) continue;
      const [upperNode, lowerNode] = [nodes.get(from), nodes.get(lower)];
      if (!upperNode || !lowerNode) continue;
      const path = document.createElementNS(SVG, 'path');
      path.setAttribute('class', `e e-${relations[0]!} aside lit`);
      path.setAttribute('d', bow(placeOf(upperNode), placeOf(lowerNode)));
      tree.prepend(path);
    }
}

/** Marks a node, its ancestors and descendants and the lines between them, in every tree and list below `root`. */
export function markRelatives(root: Element, focus: string, found: Relatives, steps: Steps): void {
  const { ancestors, descendants } = found;
  for (const node of root.querySelectorAll<SVGElement | HTMLElement>('.node, li[data-id]')) {
    const id = node.dataset['id']!;
    node.classList.toggle('self', id === focus);
    node.classList.toggle('lit', id === focus || ancestors.has(id) || descendants.has(id));
  }
  for (const line of root.querySelectorAll<SVGElement>('.line')) {
    const { from, to } = line.dataset;
    line.classList.toggle(
      'lit',
      to!.split(' ').some((lower) => isOnTheWay(found, focus, from!, lower)),
    );
  }
  for (const tree of root.querySelectorAll<SVGSVGElement>('figure svg')) drawAside(tree, focus, found, steps);
}

/** Takes all marks away. */
export function clearMarks(root: Element): void {
  for (const aside of root.querySelectorAll('.aside')) aside.remove();
  for (const marked of root.querySelectorAll('.lit')) marked.classList.remove('lit', 'self');
}
