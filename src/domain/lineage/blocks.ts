import type { Relation } from '../../schema/lineage.ts';
import type { Family, Member } from './families.ts';
import { mainRelation } from './graph.ts';

/** What a figure draws as one piece: the members of one parent, made in one way, that have nothing below them; or one member that has. */
export interface Block {
  members: readonly Member[];
  /** How they were made from the member at the other end of the line; null for the root. */
  relation: Relation | null;
  /** The blocks to its right, in the order in which they stand below each other. */
  blocks: readonly Block[];
}

/** How many rows a block is high: one a member, and one above them for the relation. */
function rowsOf(block: Block): number {
  return block.members.length + Number(block.relation !== null);
}

/** How many rows a block and all that stands to its right take. */
function heightOf(block: Block): number {
  return Math.max(
    rowsOf(block),
    block.blocks.reduce((sum, inner) => sum + heightOf(inner), 0),
  );
}

/**
 * Orders blocks so that the column is short: after a block with a tall branch to its right come those that
 * have none and fit beside that branch. Tall branches first, else the order as given.
 */
function packed(blocks: readonly Block[]): Block[] {
  const branches = blocks.filter((block) => block.blocks.length > 0).sort((a, b) => heightOf(b) - heightOf(a));
  const plain = blocks.filter((block) => block.blocks.length === 0);
  const order: Block[] = [];
  for (const branch of branches) {
    order.push(branch);
    let room = heightOf(branch) - rowsOf(branch);
    for (let next = 0; next < plain.length;) {
      if (rowsOf(plain[next]!) > room) next += 1;
      else {
        room -= rowsOf(plain[next]!);
        order.push(...plain.splice(next, 1));
      }
    }
  }
  return [...order, ...plain];
}

function blockOf(members: readonly Member[], levels: number): Block {
  const [first] = members;
  const children = members.length === 1 && first!.depth < levels ? first!.children : [];
  const groups = Map.groupBy(children, (child) => {
    const hasBranch = child.children.length > 0 && child.depth < levels;
    return hasBranch ? child.node.id : mainRelation(child.link!);
  });
  return {
    members,
    relation: first!.link ? mainRelation(first!.link) : null,
    blocks: packed([...groups.values()].map((group) => blockOf(group, levels))),
  };
}

/** Groups a family for drawing, down to so many levels below its root. */
export function familyBlock(family: Family, levels: number): Block {
  return blockOf([family.root], levels);
}

/** Counts what a member has below it and a figure that ends at so many levels does not draw. */
export function foldedBelow(member: Member, levels: number): number {
  return member.depth < levels ? 0 : countBelow(member);
}

function countBelow(member: Member): number {
  return member.children.reduce((sum, child) => sum + 1 + countBelow(child), 0);
}
