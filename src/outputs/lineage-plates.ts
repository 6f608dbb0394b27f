import { familyBlock } from '../domain/lineage/blocks.ts';
import type { Family } from '../domain/lineage/families.ts';
import type { LineageGraph } from '../domain/lineage/graph.ts';
import { layOut, type Plate } from './lineage-layout.ts';
import { nodeWidth } from './lineage-words.ts';

/** How many levels below its root a family shows until somebody asks for more. */
const LEVELS = 2;

/** A family and its drawings. */
export interface FamilyPlate {
  family: Family;
  /** The family's name in addresses: its root, in letters that need no escape. */
  slug: string;
  /** How many entries of the catalogue it has. */
  count: number;
  /** Drawn down to {@link LEVELS}. */
  plate: Plate;
  /** Drawn to its end, and how many members that adds; null where nothing is folded away. */
  whole: { plate: Plate; added: number } | null;
}

function slugOf(id: string): string {
  return id.replace(/[^\p{Script=Latin}\p{Script=Han}\d.-]+/gu, '-');
}

/** Draws a family, folded and whole. */
export async function familyPlate(graph: LineageGraph, family: Family): Promise<FamilyPlate> {
  const draw = (levels: number) =>
    layOut(familyBlock(family, levels), levels, (member, folded) => nodeWidth(graph, member, folded));
  const plate = await draw(LEVELS);
  const added = family.members.length - plate.nodes.length;
  return {
    family,
    slug: slugOf(family.root.node.id),
    count: family.members.filter(({ node }) => node.project !== null).length,
    plate,
    whole: added > 0 ? { plate: await draw(Infinity), added } : null,
  };
}

/** Families of fewer members than this are drawn side by side at the end. */
const SMALL = 5;

/**
 * Puts the plates into two columns and a row of small ones: each larger one, in the given order, goes where there is more
 * room; `gap` is what a caption adds to a plate's height, in the drawings' units.
 */
export function arrange(
  plates: readonly FamilyPlate[],
  gap: number,
): { columns: FamilyPlate[][]; small: FamilyPlate[] } {
  const columns: FamilyPlate[][] = [[], []];
  const heights = [0, 0];
  for (const plate of plates.filter(({ family }) => family.members.length >= SMALL)) {
    const column = heights[0]! <= heights[1]! ? 0 : 1;
    columns[column]!.push(plate);
    heights[column]! += plate.plate.height + gap;
  }
  return { columns, small: plates.filter(({ family }) => family.members.length < SMALL) };
}
