import { describe, expect, it } from 'vitest';
import { knownArchitecture } from '../../../../src/domain/hardware/architecture.ts';
import { variantSchema } from '../../../../src/schema/variant.ts';
import { catalogOf } from '../../../support/make.ts';

const seven = { layers: 32, hiddenSize: 4096, attentionHeads: 32, keyValueHeads: 32, headDim: 128 };
const thirteen = { layers: 40, hiddenSize: 5120, attentionHeads: 40, keyValueHeads: 40, headDim: 128 };
const base = {
  variants: [
    { name: '7B', parameters: '7B', architecture: seven },
    { name: '7B-chat', parameters: '7B', architecture: seven },
    { name: '13B', parameters: '13B', architecture: thirteen },
  ],
};

/** The entry and version from which the only version of `tuned` has its architecture. */
function source(lineage: object[], variant: object, more: Record<string, Record<string, unknown>> = {}) {
  const catalog = catalogOf({ base, ...more, tuned: { variants: [{ name: 'T', ...variant }], lineage } });
  const project = catalog.projectById.get('tuned')!;
  const known = knownArchitecture(catalog, project, project.variants![0]!);
  return known && [known.project.id, known.variant.name, known.architecture.layers];
}

const from = (relation: string, more: object = {}) => ({ from: 'base', relation, ...more });

describe('a version’s architecture', () => {
  it('is its own where it is stated', () => {
    expect(source([from('finetune')], { parameters: '7B', architecture: { ...seven, layers: 30 } })).toEqual([
      'tuned',
      'T',
      30,
    ]);
  });

  it('is that of the version of its size that it was made from', () => {
    expect(source([from('finetune')], { parameters: '13B' })).toEqual(['base', '13B', 40]);
    expect(source([from('vocabulary-extension')], { parameters: '7.4B' })).toEqual(['base', '7B', 32]);
    expect(source([from('finetune', { fromVariant: '7B-chat' })], { parameters: '7B' })).toEqual([
      'base',
      '7B-chat',
      32,
    ]);
  });

  it.each(['same-architecture', 'distillation', 'data-from', 'reimplementation', 'component'])(
    'is not taken over %s',
    (relation) => expect(source([from(relation)], { parameters: '7B' })).toBeUndefined(),
  );

  it('is not taken where layers were added or pruned, so that the size differs', () => {
    expect(source([from('continued-pretraining')], { parameters: '10.7B' })).toBeUndefined();
    expect(source([from('finetune')], {})).toBeUndefined();
  });

  it('is not taken over an edge for other versions', () => {
    expect(source([from('finetune', { variants: ['T'] })], { parameters: '7B' })).toBeDefined();
    const catalog = catalogOf({
      base,
      tuned: {
        variants: [
          { name: 'T', parameters: '7B' },
          { name: 'U', parameters: '7B' },
        ],
        lineage: [from('finetune', { variants: ['U'] })],
      },
    });
    const project = catalog.projectById.get('tuned')!;
    expect(knownArchitecture(catalog, project, project.variants![0]!)).toBeUndefined();
  });

  it('goes up as many steps as there are', () => {
    const middle = { variants: [{ name: 'M', parameters: '7B' }], lineage: [from('finetune')] };
    expect(source([{ from: 'middle', relation: 'finetune' }], { parameters: '7B' }, { middle })).toEqual([
      'base',
      '7B',
      32,
    ]);
  });

  it('is unknown where two upstreams differ, or one of them says nothing', () => {
    const other = { variants: [{ name: 'O', parameters: '7B', architecture: { ...seven, keyValueHeads: 8 } }] };
    const silent = { variants: [{ name: 'S', parameters: '7B' }] };
    const two = (id: string) => [from('finetune'), { from: id, relation: 'finetune' }];
    expect(source(two('other'), { parameters: '7B' }, { other })).toBeUndefined();
    expect(source(two('silent'), { parameters: '7B' }, { silent })).toBeUndefined();
  });
});

describe('what a contributor writes', () => {
  const problems = (architecture: object) =>
    variantSchema.safeParse({ name: 'A', architecture }).error?.issues.map(({ path }) => path.join('.')) ?? [];

  it('is as little as the number of layers', () => expect(problems({ layers: 32 })).toEqual([]));
  it.each([
    [{ layers: 32, heads: 32 }, 'architecture'],
    [{ layers: 0 }, 'architecture.layers'],
    [{ layers: 32, attentionLayers: 33 }, 'architecture.attentionLayers'],
    [{ layers: 32, attentionHeads: 32, keyValueHeads: 5 }, 'architecture.keyValueHeads'],
    [{ layers: 32, slidingWindow: { tokens: 4096, layers: 33 } }, 'architecture.slidingWindow.layers'],
  ])('cannot be %o', (architecture, path) => expect(problems(architecture)).toEqual([path]));
});
