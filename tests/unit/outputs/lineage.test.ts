import { describe, expect, it } from 'vitest';
import { familyBlock } from '../../../src/domain/lineage/blocks.ts';
import { lineageFamilies } from '../../../src/domain/lineage/families.ts';
import { lineageGraph } from '../../../src/domain/lineage/graph.ts';
import { layOut, ROW, type Plate } from '../../../src/outputs/lineage-layout.ts';
import { arrange, familyPlate } from '../../../src/outputs/lineage-plates.ts';
import {
  foldedNote,
  nodeNote,
  nodeTitle,
  nodeWidth,
  sourcesText,
  stepsText,
} from '../../../src/outputs/lineage-words.ts';
import { textWidth } from '../../../src/domain/format/text-width.ts';
import { t } from '../../../src/i18n/index.ts';
import { RELATIONS } from '../../../src/schema/lineage.ts';
import { catalogOf } from '../../support/make.ts';

const edge = (from: string, relation: string) => ({ from, relation });
const catalog = catalogOf({
  llama: { name: 'LLaMA', released: '2023-02' },
  alpaca: {
    name: 'Alpaca',
    released: '2023-03',
    lineage: [edge('llama', 'finetune'), edge('external:text-davinci-003', 'data-from')],
  },
  vicuna: { name: 'Vicuna', lineage: [edge('llama', 'delta-weights'), edge('llama', 'finetune')] },
  llava: { name: 'LLaVA', lineage: [edge('vicuna', 'finetune')] },
  deep: { name: 'Deep', lineage: [edge('llava', 'finetune')] },
  deeper: { name: 'Deeper', lineage: [edge('deep', 'finetune')] },
  unclear: { name: 'Unclear', lineage: undefined },
  copy: { name: 'Copy', lineage: [edge('external:GPT-4', 'data-from'), edge('external:ChatGPT', 'data-from')] },
});
const graph = lineageGraph(catalog);
const { families } = lineageFamilies(graph);
const family = families[0]!;
const memberOf = (id: string) => family.members.find(({ node }) => node.id === id)!;
const draw = (levels: number) => layOut(familyBlock(family, levels), levels, (member) => nodeWidth(graph, member, 0));
const place = (plate: Plate, id: string) => plate.nodes.find(({ member }) => member.node.id === id)!;

describe('the drawing of a family', () => {
  it('is the same every time', async () => expect(await draw(Infinity)).toEqual(await draw(Infinity)));

  it('begins at the top left and goes right with each generation, nothing on top of anything', async () => {
    const plate = await draw(Infinity);
    const root = place(plate, 'llama');
    expect(root.y).toBe(Math.min(...plate.nodes.map(({ y }) => y)));
    for (const { member, x } of plate.nodes)
      for (const child of member.children) expect(place(plate, child.node.id).x).toBeGreaterThan(x);
    for (const a of plate.nodes)
      for (const b of plate.nodes) {
        const apart = a.y + ROW <= b.y || b.y + ROW <= a.y || a.x + a.width <= b.x || b.x + b.width <= a.x;
        if (a !== b) expect(apart, `${a.member.node.id} on ${b.member.node.id}`).toBe(true);
      }
    for (const { x, y, width } of plate.nodes) {
      expect(x + width).toBeLessThanOrEqual(plate.width);
      expect(y + ROW).toBeLessThanOrEqual(plate.height);
    }
  });

  it('has one line into every member but the root, that ends left of it', async () => {
    const plate = await draw(Infinity);
    expect(plate.lines.flatMap(({ to }) => to).sort()).toEqual(['alpaca', 'deep', 'deeper', 'llava', 'vicuna']);
    for (const { from, to, trunk, branch } of plate.lines) {
      const numbers = (path: string) => path.match(/\d+/g)!.map(Number);
      expect(numbers(trunk)[0]).toBeGreaterThan(place(plate, from).x);
      expect(numbers(branch).at(-1)).toBe(place(plate, to[0]!).x);
      // The part with the relation's stroke goes on where the shared part ends.
      expect(numbers(branch)[0]).toBe(numbers(trunk).at(/H\d+$/.test(trunk) ? -1 : -2));
    }
  });

  it('ends after two levels until the whole is asked for', async () => {
    const { plate, whole, count } = await familyPlate(graph, family);
    expect(plate.nodes.map(({ member }) => member.depth).sort()).toEqual([0, 1, 1, 2]);
    expect(place(plate, 'llava').folded).toBe(2);
    expect(whole!.added).toBe(2);
    expect(whole!.plate.nodes).toHaveLength(count);
    expect(place(whole!.plate, 'llava').folded).toBe(0);
  });
});

it('shares the larger families out between two columns, and keeps the small ones apart', () => {
  const sized = (slug: string, members: number, height: number) =>
    ({ slug, family: { members: Array(members).fill(null) }, plate: { height } }) as never;
  const plates = [sized('a', 60, 1000), sized('b', 10, 300), sized('c', 9, 600), sized('d', 8, 100), sized('e', 4, 50)];
  const { columns, small } = arrange(plates, 50);
  expect(columns.map((column) => column.map(({ slug }) => slug))).toEqual([['a'], ['b', 'c', 'd']]);
  expect(small.map(({ slug }) => slug)).toEqual(['e']);
});

describe('words', () => {
  it('stand small behind a name: year, upstreams without a line, what is folded away', () => {
    expect(nodeNote(graph, memberOf('alpaca'))).toBe('2023 +1');
    expect([foldedNote(2), foldedNote(0)]).toEqual([t.lineage.node.folded(2), '']);
  });

  it('say the same of a node to who cannot see it', () => {
    expect(nodeTitle(graph, memberOf('vicuna'), 'forbidden', 0)).toBe('Vicuna，不可商用，权重差值、微调都来自 LLaMA');
    expect(nodeTitle(graph, memberOf('alpaca'), 'allowed', 0)).toBe(
      `Alpaca 2023，可商用，微调自 LLaMA，${t.lineage.node.moreLong(1)}`,
    );
  });

  it('name every upstream, and say what is not known', () => {
    expect(sourcesText(graph, 'alpaca')).toBe('微调自 LLaMA；训练数据来自 text-davinci-003');
    expect(sourcesText(graph, 'copy')).toBe('训练数据来自 GPT-4、ChatGPT');
    expect(sourcesText(graph, 'llama')).toBe(t.lineage.list.none);
    expect(sourcesText(graph, 'unclear')).toBe(t.lineage.list.unknown);
    expect(sourcesText(graph, 'external:GPT-4')).toBe(t.lineage.list.outside);
  });

  it('hand the script only what is on the page', () =>
    expect(stepsText(graph, 'alpaca', (id) => id === 'llama')).toBe('llama=finetune'));

  it('are there for every relation', () =>
    expect(RELATIONS.filter((relation) => !t.lineage.relation[relation])).toEqual([]));
});

it('takes Chinese characters for square and others for narrower', () => {
  expect(textWidth('谱系', 14)).toBe(28);
  expect(textWidth('Lil', 10)).toBeLessThan(textWidth('Mww', 10));
  expect(textWidth('', 14)).toBe(0);
});
