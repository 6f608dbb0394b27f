import { describe, expect, it } from 'vitest';
import { coverage } from '../../../src/domain/catalog/coverage.ts';
import { evidenceById, evidenceFor } from '../../../src/domain/catalog/evidence.ts';
import { lastChecked, latestChanges, newestProjects, underLicense } from '../../../src/domain/catalog/lists.ts';
import { foldName, foldRepository } from '../../../src/domain/catalog/names.ts';
import { catalogNumbers } from '../../../src/domain/catalog/numbers.ts';
import { relatedProjects } from '../../../src/domain/catalog/related.ts';
import { childrenIndex, largestFamily, parentsOf } from '../../../src/domain/lineage/tree.ts';
import { catalogOf } from '../../support/make.ts';

const evidence = (supports: string[], id = 'readme', accessed = '2026-01-02') => ({
  id,
  url: 'https://example.org/',
  accessed,
  supports,
});

describe('buildCatalog', () => {
  it('keeps unknown apart from none', () => {
    const { projectById } = catalogOf({ a: { lineage: undefined }, b: { lineage: [] } });
    expect(projectById.get('a')!.lineage).toBeNull();
    expect(projectById.get('b')!.lineage).toEqual([]);
    expect(projectById.get('a')!.training.sft).toBe('unknown');
    expect(projectById.get('a')!.status.state).toBe('unknown');
  });

  it('sorts by name, digits by value', () => {
    const { projects } = catalogOf({ 'm-10': {}, 'M-2': {}, a: {} });
    expect(projects.map(({ name }) => name)).toEqual(['a', 'M-2', 'm-10']);
  });

  it('reads external upstreams as names and sizes as counts', () => {
    const project = catalogOf({
      a: {
        lineage: [{ from: 'external: GPT-4', relation: 'data-from' }],
        variants: [{ name: 'A', parameters: '6.2B' }],
      },
    }).projects[0]!;
    expect(project.lineage![0]).toMatchObject({ from: 'GPT-4', external: true });
    expect(project.variants![0]!.parameters).toBe(6_200_000_000);
  });
});

describe('folding', () => {
  it('makes spellings of one name equal', () => {
    const spellings = ['ChatGLM-6B', 'chatglm 6b', 'ＣｈａｔＧＬＭ＿６Ｂ', 'Chat·GLM.6B'];
    expect(new Set(spellings.map(foldName)).size).toBe(1);
  });
  it('makes addresses of one repository equal', () => {
    const addresses = [
      'https://github.com/Lab/Name',
      'http://www.github.com/lab/name.git',
      'https://github.com/lab/name/#readme',
    ];
    expect(new Set(addresses.map(foldRepository)).size).toBe(1);
    expect(foldRepository('https://github.com/lab/name2')).not.toBe(foldRepository(addresses[0]!));
  });
});

describe('evidence', () => {
  const project = catalogOf({
    a: { evidence: [evidence(['licenses']), evidence(['licenses.code', 'links.repo'], 'license')] },
  }).projects[0]!;
  const numbers = (fact: Parameters<typeof evidenceFor>[1]) => evidenceFor(project, fact).map(({ number }) => number);

  it('finds sources by the fact, its parent and its children', () => {
    expect(numbers('licenses.code')).toEqual([1, 2]);
    expect(numbers('licenses.weights')).toEqual([1]);
    expect(numbers('links')).toEqual([2]);
    expect(numbers('hardware')).toEqual([]);
  });
  it('finds a source by its id', () => expect(evidenceById(project, 'license')!.number).toBe(2));
});

describe('lists', () => {
  const catalog = catalogOf({
    old: { released: '2023-02-24', changes: [{ date: '2023-07-08', kind: 'license', text: '改许可证' }] },
    recent: { released: '2024-05', changes: [{ date: '2026-11-24', kind: 'added', text: '收进目录' }] },
    undated: { licenses: { code: 'conditional', weights: 'MIT' } },
  });

  it('puts the newest first and the undated last', () => {
    expect(newestProjects(catalog.projects).map(({ id }) => id)).toEqual(['recent', 'old', 'undated']);
  });
  it('does not count entering the catalogue as news', () => {
    expect(latestChanges(catalog, { withAdded: false }).map(({ project }) => project.id)).toEqual(['old']);
    expect(latestChanges(catalog, { withAdded: true })[0]!.date).toBe('2026-11-24');
  });
  it('finds the last day of any evidence or change', () => {
    expect(lastChecked(catalog.projectById.get('recent')!)).toBe('2026-11-24');
    expect(lastChecked(catalog.projectById.get('undated')!)).toBe('2026-01-02');
  });
  it('finds entries under a licence on any layer', () => {
    expect(underLicense(catalog, 'conditional').map(({ id }) => id)).toEqual(['undated']);
  });
  it('counts entries and their sources', () => {
    const { projects, evidence: sources } = catalogNumbers(catalog);
    expect(projects).toBe(3);
    expect(sources).toBe(3);
  });
});

describe('lineage', () => {
  const catalog = catalogOf({
    base: {},
    tuned: {
      lineage: [
        { from: 'base', relation: 'finetune' },
        { from: 'external:GPT-4', relation: 'data-from' },
      ],
    },
    sibling: { lineage: [{ from: 'base', relation: 'finetune' }] },
  });
  it('looks up and down', () => {
    expect(
      parentsOf(catalog, catalog.projectById.get('tuned')!).map(({ name, project }) => [name, project?.id]),
    ).toEqual([
      ['base', 'base'],
      ['GPT-4', undefined],
    ]);
    expect(
      childrenIndex(catalog)
        .get('base')!
        .map(({ project }) => project.id),
    ).toEqual(['sibling', 'tuned']);
  });
  it('names a child once, with every way in which it was made', () => {
    const twice = catalogOf({
      base: {},
      tuned: {
        variants: [{ name: 'v1' }, { name: 'v2' }, { name: 'v3' }],
        lineage: [
          { from: 'base', relation: 'finetune', variants: ['v1'] },
          { from: 'base', relation: 'finetune', variants: ['v2'] },
          { from: 'base', relation: 'delta-weights', variants: ['v3'] },
        ],
      },
    });
    expect(childrenIndex(twice).get('base')).toMatchObject([{ relations: ['finetune', 'delta-weights'] }]);
  });
  it('finds the largest family, its children by release', () => {
    const index = childrenIndex(catalog);
    const family = largestFamily(catalog, (id) => index.get(id) ?? [])!;
    expect(family.root.id).toBe('base');
    expect(family.children).toHaveLength(2);
    expect(largestFamily(catalogOf({ alone: {} }), () => [])).toBeNull();
  });
  it('relates siblings, not parents', () => {
    const related = relatedProjects(catalog, catalog.projectById.get('tuned')!, 4);
    expect(related.map(({ id }) => id)).toEqual(['sibling']);
  });
});

describe('coverage', () => {
  const rows = coverage(
    catalogOf({
      whole: {
        variants: [{ name: '7B', parameters: '7B' }],
        training: { pretraining: 'absent', sft: 'released', rewardModel: 'unknown', rlhf: 'unknown' },
      },
      thin: { lineage: undefined, licenses: { code: 'MIT' } },
      tool: { kind: 'runtime' },
    }),
  );
  const of = (name: string) => rows.find((row) => row.name === name);

  it('counts known and unknown', () => {
    expect(of('licenses.weights')).toEqual({ name: 'licenses.weights', known: 1, unknown: 1 });
    expect(of('lineage')).toEqual({ name: 'lineage', known: 1, unknown: 1 });
  });

  it('takes "absent" for an answer and "unknown" for none', () => {
    expect(of('training.pretraining')).toEqual({ name: 'training.pretraining', known: 1, unknown: 1 });
    expect(of('training.rlhf')).toEqual({ name: 'training.rlhf', known: 0, unknown: 2 });
  });

  it('does not ask a tool for its weights', () => {
    expect(of('variants.parameters')).toEqual({ name: 'variants.parameters', known: 1, unknown: 1 });
    expect(of('links.repo')).toEqual({ name: 'links.repo', known: 3, unknown: 0 });
  });
});
