import type { Project } from '../domain/catalog/model.ts';
import type { Child } from '../domain/lineage/tree.ts';

/** A line of the figure: a name at a height, in units of the drawing. */
interface FamilyLine {
  project: Project;
  y: number;
}

/** One generation: the base, and what was made from it. */
interface FamilyGeneration {
  root: FamilyLine;
  children: FamilyLine[];
  /** How many more there are than are drawn, and where the line that says so stands. */
  more: { count: number; y: number } | null;
}

/** The whole drawing. */
export interface FamilyDrawing {
  generations: FamilyGeneration[];
  height: number;
}

const TOP = 24;
const LINE = 26;
const GAP = 18;

/**
 * Lays out the generations below each other, each with up to `shown` of its children, the earliest first;
 * heights are in the drawing's units. Generations without children keep a line of their own.
 */
export function familyDrawing(
  roots: readonly Project[],
  children: (id: string) => readonly Child[],
  shown: number,
): FamilyDrawing {
  let y = TOP;
  const generations = roots.map((root) => {
    const byDate = [...children(root.id)].sort((a, b) =>
      (a.project.released ?? '9999') < (b.project.released ?? '9999') ? -1 : 1,
    );
    const start = y;
    const lines = byDate.slice(0, shown).map(({ project }, i) => ({ project, y: start + i * LINE }));
    const hidden = byDate.length - lines.length;
    const more = hidden > 0 ? { count: hidden, y: start + lines.length * LINE } : null;
    y = start + Math.max(1, lines.length + Number(more !== null)) * LINE + GAP;
    return { root: { project: root, y: start }, children: lines, more };
  });
  return { generations, height: y - GAP };
}
