import { expect, it } from 'vitest';
import { FACETS } from '../../../src/domain/facets/facets.ts';
import { hardwareRows } from '../../../src/outputs/hardware-rows.ts';
import { cardFacts, projectFacts, projectLinks } from '../../../src/outputs/project-facts.ts';
import { variantRows } from '../../../src/outputs/variant-rows.ts';
import { t } from '../../../src/i18n/index.ts';
import { createPaths } from '../../../src/domain/paths.ts';
import { DATASET_FACT_PATHS } from '../../../src/schema/dataset.ts';
import { FACT_PATHS } from '../../../src/schema/evidence.ts';
import { LEADERBOARD_FACT_PATHS } from '../../../src/schema/leaderboard.ts';
import { catalogOf } from '../../support/make.ts';

const paths = createPaths('/');

it('writes facts with their units, and unknown as no items', () => {
  const catalog = catalogOf({
    a: {
      variants: [
        { name: 'A', parameters: '671B', activeParameters: '37B', contextLength: 131072 },
        { name: 'B', parameters: '7B', contextLength: 2048 },
      ],
    },
  });
  const facts = projectFacts(catalog, catalog.projects[0]!, paths);
  const texts = (label: string) => facts.find((row) => row.label === label)!.items.map(({ text }) => text);
  expect(texts(t.project.parameters)).toEqual(['6710 亿（671B），激活 37B', '70 亿（7B）']);
  expect(texts(t.project.contextLength)).toEqual(['2,048 token', '131,072 token']);
  expect(texts(t.project.released)).toEqual([]);
  expect(texts(t.project.status)).toEqual([]);
});

it('puts one quiet line on a card, unknown parts left out', () => {
  const catalog = catalogOf({ a: { languages: ['en', 'zh'], released: '2023-03' }, b: {} });
  expect(cardFacts(catalog, catalog.projectById.get('a')!)).toEqual(['2023', '实验室', '中文、英语']);
  expect(cardFacts(catalog, catalog.projectById.get('b')!)).toEqual(['实验室']);
});

it('counts the languages of a card where they are many', () => {
  const catalog = catalogOf({ a: { languages: ['bg', 'en', 'fr', 'zh', 'ca'] } });
  expect(cardFacts(catalog, catalog.projects[0]!)).toEqual(['实验室', '中文等 5 种语言']);
});

it('names the first link by where it leads', () => {
  const links = (repo: string) => projectLinks(catalogOf({ a: { links: { repo } } }).projects[0]!)[0]!.text;
  expect(links('https://github.com/lab/a')).toBe('GitHub 仓库');
  expect(links('https://codeberg.org/lab/a')).toBe('项目页');
  const gone = catalogOf({ a: { status: { state: 'unavailable' } } }).projects[0]!;
  expect(projectLinks(gone)[0]!.text).toBe('GitHub 仓库（已打不开）');
});

it('writes hardware and versions with unknown spelt out', () => {
  expect(hardwareRows([{ task: 'inference', vramGb: 13, basis: 'measured' }])[0]).toEqual({
    task: '推理',
    precision: '未知',
    vram: '13 GB',
    basis: '项目给出',
    conditions: '',
  });
  const project = catalogOf({ a: { variants: [{ name: 'A' }] } }).projects[0]!;
  expect(variantRows(project, new Map())[0]).toEqual({
    name: 'A',
    parameters: '未知',
    contextLength: '未知',
    verdict: null,
  });
});

it('has a word for every facet and every fact that evidence can support', () => {
  expect(FACETS.map(({ id }) => t.facet[id]).filter((word) => !word)).toEqual([]);
  expect(
    [...FACT_PATHS, ...DATASET_FACT_PATHS, ...LEADERBOARD_FACT_PATHS]
      .map((path) => t.factName[path])
      .filter((word) => !word),
  ).toEqual([]);
});
