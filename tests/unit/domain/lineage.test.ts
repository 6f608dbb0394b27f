import { describe, expect, it } from 'vitest';
import { familyBlock, foldedBelow, type Block } from '../../../src/domain/lineage/blocks.ts';
import { branchAbove, branchBelow, type Ascent } from '../../../src/domain/lineage/branch.ts';
import { bow } from '../../../src/domain/lineage/curve.ts';
import { lineageFamilies, type Member } from '../../../src/domain/lineage/families.ts';
import { isOnTheWay, relatives } from '../../../src/domain/lineage/focus.ts';
import { isDescent, lineageGraph, mainRelation } from '../../../src/domain/lineage/graph.ts';
import { readSteps, writeSteps } from '../../../src/domain/lineage/steps.ts';
import { childrenIndex } from '../../../src/domain/lineage/tree.ts';
import { parseLineageState, serializeLineageState } from '../../../src/domain/lineage/view-state.ts';
import { nextSize, scrollAround, withinSizes } from '../../../src/domain/lineage/zoom.ts';
import { catalogOf } from '../../support/make.ts';

type Facts = Record<string, unknown>;

/** Facts of an entry made as `from:relation` says, comma by comma, in the year given. */
function made(edges: string, released?: string, more: Facts = {}): Facts {
  const lineage = edges
    .split(',')
    .filter(Boolean)
    .map((edge) => {
      const cut = edge.lastIndexOf(':');
      return { from: edge.slice(0, cut), relation: edge.slice(cut + 1) };
    });
  return { lineage, ...(released ? { released } : {}), ...more };
}

const graphOf = (projects: Record<string, Facts>) => lineageGraph(catalogOf(projects));
const familiesOf = (projects: Record<string, Facts>) => lineageFamilies(graphOf(projects));

/** A tree in one line: `root(child(grandchild) child)`. */
function written({ node, children }: Pick<Member, 'node' | 'children'>): string {
  return children.length > 0 ? `${node.id}(${children.map(written).join(' ')})` : node.id;
}

describe('the graph', () => {
  it('takes the edges between two nodes together and keeps those outside the catalogue apart from entries', () => {
    const graph = graphOf({
      base: {},
      tuned: made('base:delta-weights,base:finetune,external:base:data-from'),
    });
    expect(graph.up.get('tuned')).toMatchObject([
      { from: 'base', relations: ['delta-weights', 'finetune'], tie: 'weights' },
      { from: 'external:base', relations: ['data-from'], tie: 'learning' },
    ]);
    expect(graph.down.get('base')!.map(({ to }) => to)).toEqual(['tuned']);
    expect(graph.nodes.get('external:base')).toEqual({ id: 'external:base', name: 'base', project: null });
  });

  it.each([
    ['finetune', 'weights', true],
    ['continued-pretraining', 'weights', true],
    ['vocabulary-extension', 'weights', true],
    ['delta-weights', 'weights', true],
    ['component', 'part', true],
    ['same-architecture', 'architecture', false],
    ['reimplementation', 'architecture', false],
    ['distillation', 'learning', false],
    ['data-from', 'learning', false],
  ])('knows what ties %s', (relation, tie, descends) => {
    const graph = graphOf({ base: { organizations: ['other'] }, next: made(`base:${relation}`) });
    const link = graph.up.get('next')![0]!;
    expect(link.tie).toBe(tie);
    expect(isDescent(link)).toBe(descends);
    expect(mainRelation(link)).toBe(relation);
  });

  it('takes the same maker’s architecture for its next generation', () => {
    const link = graphOf({ one: {}, two: made('one:data-from,one:same-architecture') }).up.get('two')![0]!;
    expect(link.tie).toBe('generation');
    expect(mainRelation(link)).toBe('same-architecture');
  });
});

describe('families', () => {
  const other = { organizations: ['other'] };

  it('are trees, the largest first; who stands in none is alone', () => {
    const { families, alone } = familiesOf({
      a: { released: '2023-01' },
      b: { released: '2022-01' },
      b1: made('b:finetune'),
      a1: made('a:finetune', '2023-03'),
      a2: made('a:finetune', '2023-02'),
      lonely: made('a:data-from,external:GPT-4:distillation'),
    });
    expect(families.map(({ root }) => written(root))).toEqual(['a(a2 a1)', 'b(b1)']);
    expect(families[0]!.members.map(({ node, depth }) => [node.id, depth])).toEqual([
      ['a', 0],
      ['a2', 1],
      ['a1', 1],
    ]);
    expect(alone.map(({ id }) => id)).toEqual(['lonely']);
  });

  it('put each node under the nearest upstream that there was already', () => {
    const { families } = familiesOf({
      llama: made('', '2023-02', other),
      'llama-2': made('llama:same-architecture', '2023-07', other),
      vicuna: made('llama-2:finetune,llama:finetune', '2023-03'),
      llava: made('llama:delta-weights,vicuna:finetune', '2023-04', { organizations: ['third'] }),
    });
    expect(families.map(({ root }) => written(root))).toEqual(['llama(vicuna(llava) llama-2)']);
  });

  it('prefer the same maker to the order of the edges', () => {
    const { families } = familiesOf({
      theirs: made('', '2020-01', other),
      ours: made('', '2021-01'),
      next: made('theirs:finetune,ours:finetune', '2022-01'),
    });
    expect(written(families[0]!.root)).toBe('ours(next)');
  });

  it('begin anew with somebody else’s architecture only where others descend from it', () => {
    const { families, alone } = familiesOf({
      llama: other,
      qwen: made('llama:same-architecture'),
      'qwen-vl': made('qwen:component'),
      amber: made('llama:same-architecture'),
    });
    expect(families.map(({ root }) => written(root)).sort()).toEqual(['llama(amber)', 'qwen(qwen-vl)']);
    expect(alone).toEqual([]);
  });

  it('have a root outside the catalogue where several share it', () => {
    const { families, alone } = familiesOf({
      one: made('external:GLM:same-architecture'),
      two: made('external:GLM:same-architecture'),
      three: made('external:CodeGen:finetune'),
      four: made('external:GPT-4:data-from'),
      five: made('external:GPT-4:data-from'),
    });
    expect(families.map(({ root }) => written(root))).toEqual(['external:GLM(one two)']);
    expect(alone.map(({ id }) => id)).toEqual(['five', 'four', 'three']);
  });

  it('hold every entry exactly once, also where the lineage goes in a circle', () => {
    const projects = {
      a: made('c:finetune'),
      b: made('a:finetune'),
      c: made('b:finetune'),
      d: made('c:finetune'),
      e: made('e:finetune'),
    };
    const { families, alone } = familiesOf(projects);
    const held = [
      ...families.flatMap(({ members }) => members.map(({ node }) => node.id)),
      ...alone.map(({ id }) => id),
    ];
    expect(held.sort()).toEqual(Object.keys(projects));
  });

  it('come out the same whatever order the files are read in', () => {
    const projects = {
      a: {},
      b: made('a:finetune', '2023-01'),
      c: made('a:finetune', '2023-01'),
      d: made('b:finetune,c:finetune'),
      x: {},
      y: made('x:component'),
    };
    const reversed = Object.fromEntries(Object.entries(projects).reverse());
    const all = (facts: Record<string, Facts>) => familiesOf(facts).families.map(({ root }) => written(root));
    expect(all(reversed)).toEqual(all(projects));
    expect(all(projects)).toEqual(['a(b(d) c)', 'x(y)']);
  });
});

describe('blocks', () => {
  /** `relation: members [blocks]`. */
  const drawn = ({ relation, members, blocks }: Block): string =>
    `${relation ?? 'root'}:${members.map(({ node }) => node.id).join('+')}${blocks.length > 0 ? `[${blocks.map(drawn).join(' ')}]` : ''}`;
  const family = familiesOf({
    root: {},
    t1: made('root:finetune'),
    t2: made('root:finetune'),
    v: made('root:vocabulary-extension'),
    p: made('root:finetune'),
    p1: made('p:delta-weights'),
    p2: made('p1:finetune'),
    p3: made('p1:finetune'),
  }).families[0]!;

  it('take together what was made in one way and has nothing below it', () => {
    expect(drawn(familyBlock(family, Infinity))).toBe(
      'root:root[finetune:p[delta-weights:p1[finetune:p2+p3]] finetune:t1+t2 vocabulary-extension:v]',
    );
  });

  it('end at the level asked for, and count what is folded away', () => {
    expect(drawn(familyBlock(family, 2))).toBe(
      'root:root[finetune:p[delta-weights:p1] finetune:t1+t2 vocabulary-extension:v]',
    );
    expect(drawn(familyBlock(family, 1))).toBe('root:root[finetune:p+t1+t2 vocabulary-extension:v]');
    const p1 = family.members.find(({ node }) => node.id === 'p1')!;
    expect([1, 2, 3].map((levels) => foldedBelow(p1, levels))).toEqual([2, 2, 0]);
  });

  it('stand beside a tall branch where they fit', () => {
    const tall = familiesOf({
      root: {},
      a: made('root:finetune'),
      ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((i) => [`a${i}`, made('a:finetune')])),
      v: made('root:vocabulary-extension'),
      b: made('root:finetune'),
      b1: made('b:finetune'),
    }).families[0]!;
    expect(familyBlock(tall, 2).blocks.map(({ members }) => members[0]!.node.id)).toEqual(['a', 'v', 'b']);
  });
});

describe('relatives', () => {
  const steps = new Map(
    Object.entries({
      llama: [],
      alpaca: [['llama', true]],
      vicuna: [
        ['llama', true],
        ['alpaca', false],
      ],
      llava: [['vicuna', true]],
      moss: [['alpaca', false]],
      next: [['moss', true]],
    } as Record<string, [string, boolean][]>).map(([id, ups]) => [
      id,
      ups.map(([from, descent]) => ({ from, descent, relations: ['finetune'] })),
    ]),
  );
  const of = (id: string, far?: boolean) => {
    const { ancestors, descendants } = relatives(steps, id, far);
    return [[...ancestors].sort(), [...descendants].sort()];
  };

  it('go along lines of descent to the end and one step aside', () => {
    expect(of('alpaca')).toEqual([['llama'], ['moss', 'vicuna']]);
    expect(of('llava')).toEqual([['llama', 'vicuna'], []]);
    expect(of('llama')).toEqual([[], ['alpaca', 'llava', 'vicuna']]);
  });
  it('go along everything to the end where asked', () => {
    expect(of('alpaca', true)).toEqual([['llama'], ['llava', 'moss', 'next', 'vicuna']]);
    expect(of('llava', true)).toEqual([['alpaca', 'llama', 'vicuna'], []]);
  });
  it('end in a circle', () => {
    const circle = new Map([
      ['a', [{ from: 'b', descent: true, relations: [] }]],
      ['b', [{ from: 'a', descent: true, relations: [] }]],
    ]);
    expect(relatives(circle, 'a').ancestors).toEqual(new Set(['b']));
  });
  it('have the lines between them, and no others', () => {
    const found = relatives(steps, 'vicuna');
    expect(isOnTheWay(found, 'vicuna', 'llama', 'vicuna')).toBe(true);
    expect(isOnTheWay(found, 'vicuna', 'vicuna', 'llava')).toBe(true);
    expect(isOnTheWay(found, 'vicuna', 'llama', 'alpaca')).toBe(true);
    expect(isOnTheWay(found, 'vicuna', 'alpaca', 'moss')).toBe(false);
    expect(isOnTheWay(found, 'vicuna', 'llama', 'llava')).toBe(false);
  });
});

it('hands links to the script and back', () => {
  const steps = [
    { from: 'llama-3.1', relations: ['finetune', 'delta-weights'], descent: true },
    { from: 'external:GLM 全系=~', relations: ['data-from'], descent: false },
  ];
  expect(readSteps(writeSteps(steps))).toEqual(steps);
  expect(writeSteps(steps).split(' ')).toHaveLength(2);
  expect(readSteps('')).toEqual([]);
});

describe('the state in the address', () => {
  const choices = { families: new Set(['llama', 'external-GLM']), nodes: new Set(['llama', 'external:GLM']) };
  it.each([
    '',
    '?family=llama',
    '?focus=external:GLM&far=1',
    '?family=external-GLM&focus=llama&open=external-GLM,llama',
  ])('is read and written: %s', (query) =>
    expect(serializeLineageState(parseLineageState(query, choices))).toBe(query),
  );
  it('drops what does not exist and what means nothing', () => {
    const query = '?family=nobody&focus=nobody&far=1&open=nobody,llama,llama';
    expect(serializeLineageState(parseLineageState(query, choices))).toBe('?open=llama');
  });
});

describe('sizes', () => {
  it('go up and down in steps and end', () => {
    expect(nextSize(1, 1)).toBe(1.25);
    expect(nextSize(1, -1)).toBe(0.8);
    expect(nextSize(1.1, -1)).toBe(1);
    expect(nextSize(3, 1)).toBe(3);
    expect(nextSize(0.5, -1)).toBe(0.5);
    expect([withinSizes(0.1), withinSizes(2.2), withinSizes(9)]).toEqual([0.5, 2.2, 3]);
  });
  it('keep what lies under a point where it is', () => {
    // 100 px into the view and 50 px scrolled is 150 px into the picture, at double size 300.
    expect(scrollAround(50, 100, 1, 2)).toBe(200);
    expect(scrollAround(200, 100, 2, 1)).toBe(50);
  });
});

describe('bows', () => {
  const row = (x: number, y: number) => ({ x, y, width: 100, height: 24 });
  it('lead from the end of a row to the beginning of one to its right', () =>
    expect(bow(row(0, 0), row(200, 48))).toBe('M100 12C150 12 150 60 200 60'));
  it('go around the ends of rows below each other', () =>
    expect(bow(row(0, 0), row(10, 80))).toBe('M100 12C134 12 144 92 110 92'));
});

describe('the branch of one entry', () => {
  const catalog = catalogOf({
    root: {},
    mid: made('root:finetune'),
    low: made('mid:finetune,mid:data-from,root:component,external:ChatGPT:data-from,far:data-from'),
    far: made('root:finetune'),
    child: made('low:finetune'),
    twin: made('low:finetune'),
    odd: made('low:data-from'),
  });
  const up = (steps: readonly Ascent[]): string[] => steps.flatMap(({ node, above }) => [node.id, ...up(above.steps)]);

  it('goes up to the roots along descent, and tells nothing twice', () => {
    const branch = branchAbove(catalog, lineageGraph(catalog), catalog.projectById.get('low')!);
    expect(branch.map(({ name, relation, above }) => [name, relation, up(above.steps)])).toEqual([
      ['mid', 'finetune', ['root']],
      ['mid', 'data-from', []],
      ['root', 'component', []],
      ['ChatGPT', 'data-from', []],
      ['far', 'data-from', []],
    ]);
  });

  it('says where the way up is told before', () => {
    const again = catalogOf({
      top: {},
      base: made('top:finetune'),
      a: made('base:finetune'),
      b: made('base:finetune'),
      low: made('a:finetune,b:finetune'),
    });
    const [, second] = branchAbove(again, lineageGraph(again), again.projectById.get('low')!);
    expect(second!.above.steps.map(({ above }) => above)).toEqual([{ steps: [], isAgain: true }]);
  });

  it('groups what came of it', () => {
    const groups = branchBelow(childrenIndex(catalog).get('low')!);
    expect(groups.map(({ relation, children }) => [relation, children.map(({ project }) => project.id)])).toEqual([
      ['finetune', ['child', 'twin']],
      ['data-from', ['odd']],
    ]);
  });
});
