import type { ELK as Elk, ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs/lib/elk-api.js';
import ELK from 'elkjs/lib/elk.bundled.js';
import { foldedBelow, type Block } from '../domain/lineage/blocks.ts';
import type { Member } from '../domain/lineage/families.ts';
import type { Relation } from '../schema/lineage.ts';

/** A member where it is drawn: the top left corner and width of its row, in the drawing's units (pixels at size 1). */
interface PlateNode {
  member: Member;
  x: number;
  y: number;
  width: number;
  /** How many below it are not drawn. */
  folded: number;
}

/** A line from a member to what was made from it in one way. */
interface PlateLine {
  relation: Relation;
  from: string;
  to: readonly string[];
  /** Path of the part that the lines of one member share. */
  trunk: string;
  /** Path of the part that shows by its stroke which relation it is. */
  branch: string;
  /** Where the relation's word begins. */
  label: { x: number; y: number };
}

/** A family as it is drawn. Lines and nodes are in reading order: each member before what was made from it. */
export interface Plate {
  width: number;
  height: number;
  nodes: PlateNode[];
  lines: PlateLine[];
}

/** Height of a member's row: a finger's width (WCAG 2.2 target size). */
export const ROW = 24;
/** The attribute that puts a row in its place. */
export function rowPlace({ x, y }: { x: number; y: number }): { transform: string } {
  return { transform: `translate(${x} ${y})` };
}

const HEAD = 20;
/** How much of a line without a bend shows the relation. */
const BRANCH = 24;

const OPTIONS: LayoutOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.padding': '[top=4,left=2,bottom=4,right=2]',
  'elk.spacing.nodeNode': '8',
  'elk.layered.spacing.nodeNodeBetweenLayers': '34',
  'elk.layered.spacing.edgeNodeBetweenLayers': '10',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '4',
  'elk.layered.mergeEdges': 'true',
  // The order of the blocks is ours (domain/lineage/blocks.ts); what the library works out is where everything goes.
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.crossingMinimization.forceNodeModelOrder': 'true',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
};

/** A block with its name in the layout and its measures. */
interface Piece {
  id: string;
  block: Block;
  head: number;
  parent: Piece | null;
  isFirst: boolean;
  width: number;
}

/** Gives a member's width; `folded` is how many below it are not drawn. */
type WidthOf = (member: Member, folded: number) => number;

function pieces(block: Block, parent: Piece | null, isFirst: boolean, widthOf: (member: Member) => number): Piece[] {
  const width = Math.max(...block.members.map(widthOf));
  const head = block.relation === null ? 0 : HEAD;
  const piece = { id: block.members[0]!.node.id, block, head, parent, isFirst, width };
  return [piece, ...block.blocks.flatMap((inner, i) => pieces(inner, piece, i === 0, widthOf))];
}

const inPort = (piece: Piece) => `${piece.id} in`;
const outPort = (piece: Piece) => `${piece.id} out`;

function elkNode(piece: Piece): ElkNode {
  const { id, block, head, width } = piece;
  const port = (name: string, x: number, y: number, side: string) => ({
    id: name,
    x,
    y,
    width: 0,
    height: 0,
    layoutOptions: { 'elk.port.side': side },
  });
  return {
    id,
    width,
    height: head + block.members.length * ROW,
    ports: [port(inPort(piece), 0, (head || ROW) / 2, 'WEST'), port(outPort(piece), width, head + ROW / 2, 'EAST')],
    layoutOptions: { 'elk.portConstraints': 'FIXED_POS', 'elk.alignment': 'LEFT' },
  };
}

function elkEdge(piece: Piece): ElkExtendedEdge {
  return {
    id: piece.id,
    sources: [outPort(piece.parent!)],
    targets: [inPort(piece)],
    // The first line of a member is straight: so a tree begins at its top, where reading begins.
    layoutOptions: { 'elk.layered.priority.straightness': piece.isFirst ? '100' : '0' },
  };
}

/** Cuts the way of a line in two: up to its last bend, and from there. */
function paths(edge: ElkExtendedEdge): { trunk: string; branch: string } {
  const { startPoint, bendPoints = [], endPoint } = edge.sections![0]!;
  const turns = [startPoint, ...bendPoints];
  const last = bendPoints.at(-1) ?? { x: Math.max(startPoint.x, endPoint.x - BRANCH), y: endPoint.y };
  const way = [...turns.slice(1), ...(bendPoints.length > 0 ? [] : [last])];
  const round = Math.round;
  const steps = way.map(({ x, y }, i) => (y === (way[i - 1] ?? startPoint).y ? `H${round(x)}` : `V${round(y)}`));
  return {
    trunk: `M${round(startPoint.x)} ${round(startPoint.y)}${steps.join('')}`,
    branch: `M${round(last.x)} ${round(last.y)}H${round(endPoint.x)}`,
  };
}

/** Started once: loading the library takes longer than most drawings. */
let elk: Elk | undefined;

/**
 * Draws a grouped family with the root at the top left, each generation to the right of the one before.
 * The same family gives the same drawing. `levels` is where the figure ends.
 */
export async function layOut(root: Block, levels: number, widthOf: WidthOf): Promise<Plate> {
  elk ??= new ELK();
  const width = (member: Member) => Math.ceil(widthOf(member, foldedBelow(member, levels)));
  const all = pieces(root, null, true, width);
  const input: ElkNode = {
    id: 'plate',
    layoutOptions: OPTIONS,
    children: all.map(elkNode),
    edges: all.filter(({ parent }) => parent !== null).map(elkEdge),
  };
  const graph = await elk.layout(input);
  const placed = new Map(graph.children!.map((node) => [node.id, node]));
  const routed = new Map(graph.edges!.map((edge) => [edge.id, edge]));
  return {
    width: Math.ceil(graph.width!),
    height: Math.ceil(graph.height!),
    nodes: all.flatMap(({ id, block, head }) => {
      const { x, y } = placed.get(id)!;
      return block.members.map((member, i) => ({
        member,
        x: Math.round(x!),
        y: Math.round(y! + head + i * ROW),
        width: width(member),
        folded: foldedBelow(member, levels),
      }));
    }),
    lines: all.flatMap(({ id, block, parent }) => {
      if (!parent || !block.relation) return [];
      const { x, y } = placed.get(id)!;
      return {
        relation: block.relation,
        from: parent.id,
        to: block.members.map(({ node }) => node.id),
        ...paths(routed.get(id)!),
        label: { x: Math.round(x! + 5), y: Math.round(y! + HEAD / 2 + 4) },
      };
    }),
  };
}
