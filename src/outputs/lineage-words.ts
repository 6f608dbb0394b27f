import type { Member } from '../domain/lineage/families.ts';
import { isDescent, type LineageGraph } from '../domain/lineage/graph.ts';
import { writeSteps } from '../domain/lineage/steps.ts';
import { t } from '../i18n/index.ts';
import type { Verdict } from '../schema/license.ts';
import type { Relation } from '../schema/lineage.ts';
import { textWidth } from '../domain/format/text-width.ts';

/** Sizes of the drawing's letters, in its units; src/styles/lineage.css has the same. */
const NAME = 14;
const NOTE = 11;
/** Room for the mark of the verdict before a name, and for air behind a row. */
const MARK = 18;
const AIR = 10;

/** Gives the year of a release; empty where it is not known. */
export function yearOf(released: string | null | undefined): string {
  return released?.slice(0, 4) ?? '';
}

/** How many things a member was made from besides the one that its line leads to. */
function others(graph: LineageGraph, { node, link }: Member): number {
  return (graph.up.get(node.id)?.length ?? 0) - Number(link !== null);
}

/** Writes what stands small behind a member's name: year and other upstreams. */
export function nodeNote(graph: LineageGraph, member: Member): string {
  const words = t.lineage.node;
  const more = others(graph, member);
  return [member.node.project ? yearOf(member.node.project.released) : words.outside, more > 0 ? words.more(more) : '']
    .filter((part) => part !== '')
    .join(' ');
}

/** Says behind that how many below a member are folded away; empty for none. */
export function foldedNote(folded: number): string {
  return folded > 0 ? t.lineage.node.folded(folded) : '';
}

/** Estimates the width of a member's row. */
export function nodeWidth(graph: LineageGraph, member: Member, folded: number): number {
  const note = `${nodeNote(graph, member)} ${foldedNote(folded)}`;
  return MARK + textWidth(`${member.node.name} `, NAME) + textWidth(note, NOTE) + AIR;
}

/** Says how something was made, to stand before what it was made from: `微调自`, or of several ways at once `微调、权重差值都来自`. */
export function waysText(relations: readonly Relation[]): string {
  const [first, ...others] = relations;
  if (others.length === 0) return t.relation[first!];
  return t.lineage.ways(relations.map((relation) => t.lineage.relation[relation]).join('、'));
}

/** Says of a member what its drawing shows: name, year, verdict, how it was made. */
export function nodeTitle(graph: LineageGraph, member: Member, verdict: Verdict | null, folded: number): string {
  const { node, link } = member;
  const words = t.lineage.node;
  const more = others(graph, member);
  return [
    `${node.name} ${node.project ? yearOf(node.project.released) : words.outside}`.trim(),
    verdict ? t.verdict[verdict] : '',
    link ? `${waysText(link.relations)} ${nameOf(graph, link.from)}` : '',
    more > 0 ? words.moreLong(more) : '',
    folded > 0 ? words.foldedLong(folded) : '',
  ]
    .filter((part) => part !== '')
    .join('，');
}

function nameOf(graph: LineageGraph, id: string): string {
  return graph.nodes.get(id)!.name;
}

/** Says everything that an entry was made from, upstreams of one kind together; what is not known is said too. */
export function sourcesText(graph: LineageGraph, id: string): string {
  const node = graph.nodes.get(id)!;
  if (!node.project) return t.lineage.list.outside;
  if (node.project.lineage === null) return t.lineage.list.unknown;
  const links = graph.up.get(id)!;
  if (links.length === 0) return t.lineage.list.none;
  const ways = Map.groupBy(links, ({ relations }) => waysText(relations));
  return [...ways].map(([way, same]) => `${way} ${same.map(({ from }) => nameOf(graph, from)).join('、')}`).join('；');
}

/** Writes what an entry was made from for the page's script: all that is on the page itself, see {@link writeSteps}. */
export function stepsText(graph: LineageGraph, id: string, isShown: (id: string) => boolean): string {
  const links = (graph.up.get(id) ?? []).filter(({ from }) => isShown(from));
  return writeSteps(links.map((link) => ({ from: link.from, relations: link.relations, descent: isDescent(link) })));
}
