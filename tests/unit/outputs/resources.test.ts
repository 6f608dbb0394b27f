import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { byKind, datasetsUsedBy } from '../../../src/domain/catalog/resources.ts';
import { childrenIndex } from '../../../src/domain/lineage/tree.ts';
import { createPaths } from '../../../src/domain/paths.ts';
import { choiceCounts } from '../../../src/outputs/choice-path.ts';
import { familyDrawing } from '../../../src/outputs/family-figure.ts';
import { jsonSchema } from '../../../src/outputs/json-schema.ts';
import { projectFacts } from '../../../src/outputs/project-facts.ts';
import { publishDataset } from '../../../src/outputs/published-resources.ts';
import { datasetFacts, resourceLinks } from '../../../src/outputs/resource-facts.ts';
import { stageProjects } from '../../../src/outputs/stage-projects.ts';
import { publishedDatasetSchema } from '../../../src/schema/published-resources.ts';
import { catalogOf } from '../../support/make.ts';

const paths = createPaths('/');

describe('a dataset', () => {
  const catalog = catalogOf(
    { a: {}, b: {} },
    {
      corpus: {
        size: [{ count: 52_002, unit: 'samples', note: '英文' }],
        origin: 'model-generated',
        generatedBy: ['external:text-davinci-003', 'b'],
        usedBy: ['a'],
      },
      bare: { kind: 'prompts', license: 'unlicensed' },
    },
  );
  const corpus = catalog.datasetById.get('corpus')!;
  const rowsOf = (id: string) =>
    new Map(datasetFacts(catalog, catalog.datasetById.get(id)!, paths).map(({ fact, items }) => [fact, items]));

  it('says its size with unit and note', () => {
    expect(rowsOf('corpus').get('size')).toEqual([{ text: '52,002 条样本（英文）' }]);
    expect(rowsOf('bare').get('size')).toEqual([]);
  });

  it('links what made it where that is an entry', () => {
    expect(rowsOf('corpus').get('generatedBy')).toEqual([
      { text: 'text-davinci-003' },
      { text: 'b', href: '/projects/b/', lang: 'en' },
    ]);
  });

  it('says the licence with its verdict, and why there is none', () => {
    expect(rowsOf('corpus').get('license')).toEqual([{ text: 'MIT License（可商用）', href: '/licenses/MIT/' }]);
    expect(rowsOf('bare').get('license')).toEqual([{ text: '公开了，但没写许可证' }]);
  });

  it('stands on the page of the project that was trained on it, and of no other', () => {
    expect(datasetsUsedBy(catalog, 'a')).toEqual([corpus]);
    const factsOf = (id: string) => projectFacts(catalog, catalog.projectById.get(id)!, paths);
    expect(factsOf('a').find(({ fact }) => fact === 'datasets')?.items).toEqual([
      { text: 'corpus', href: '/datasets/corpus/', lang: 'en' },
    ]);
    expect(factsOf('b').some(({ fact }) => fact === 'datasets')).toBe(false);
  });

  it('is published with every field, as its schema says', () => {
    const published = publishDataset(corpus, 'https://example.org/datasets/corpus/');
    expect(published.generatedBy).toEqual([
      { from: 'text-davinci-003', external: true },
      { from: 'b', external: false },
    ]);
    expect(published.released).toBeNull();
    expect(published.status.state).toBe('unknown');
    const ajv = new Ajv2020();
    addFormats(ajv);
    const validate = ajv.compile(jsonSchema(publishedDatasetSchema, 'https://example.org/schema.json'));
    expect(validate(published), JSON.stringify(validate.errors)).toBe(true);
  });

  it('is grouped by kind, kinds without one left out', () => {
    expect(byKind(catalog.datasets).map(({ kind }) => kind)).toEqual(['instruction', 'prompts']);
  });

  it('lists an address once', () => {
    const first = { text: '下载页', href: 'https://lab.example/corpus' };
    const links = resourceLinks(first, { repo: 'https://lab.example/corpus', paper: 'https://lab.example/paper' });
    expect(links.map(({ text }) => text)).toEqual(['下载页', '论文']);
  });
});

describe('the figures of the guides', () => {
  const child = (released: string, from: string) => ({ released, lineage: [{ from, relation: 'finetune' }] });
  const catalog = catalogOf({
    root: { training: { pretraining: 'released', sft: 'released', rewardModel: 'released', rlhf: 'released' } },
    other: {},
    late: child('2024-01', 'root'),
    early: child('2023-01', 'root'),
    middle: child('2023-06', 'root'),
    tool: { kind: 'runtime', training: { pretraining: 'released', sft: 'unknown' } },
  });
  const children = childrenIndex(catalog);
  const roots = ['root', 'other'].map((id) => catalog.projectById.get(id)!);
  const drawing = familyDrawing(roots, (id) => children.get(id) ?? [], 2);

  it('draws the earliest children and counts the others', () => {
    const [generation] = drawing.generations;
    expect(generation!.children.map(({ project }) => project.id)).toEqual(['early', 'middle']);
    expect(generation!.more?.count).toBe(1);
  });

  it('draws no two lines at one height, and ends below the last', () => {
    const heights = drawing.generations.flatMap(({ root, children: lines, more }) => [
      ...(lines.length > 0 ? lines.map(({ y }) => y) : [root.y]),
      ...(more ? [more.y] : []),
    ]);
    expect(new Set(heights).size).toBe(heights.length);
    expect(drawing.height).toBeGreaterThan(Math.max(...heights));
  });

  it('counts who released a stage; a tool around models is not asked', () => {
    const { rows, asked } = stageProjects(catalog);
    expect(asked).toBe(5);
    expect(rows.find(({ stage }) => stage === 'pretraining')).toMatchObject({ count: 1, named: [{ id: 'root' }] });
  });

  it('counts the answers of the choosing guide as the list does', () => {
    expect(choiceCounts(catalog, () => 'allowed')).toMatchObject({ allowed: 6, conditional: 0, runtimes: 1, small: 0 });
  });
});
