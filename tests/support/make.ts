import { stringify } from 'yaml';
import { buildCatalog } from '../../src/domain/catalog/build.ts';
import type { Catalog, Entry } from '../../src/domain/catalog/model.ts';
import { parseSource, type Source } from '../../src/rules/source.ts';
import { categorySchema } from '../../src/schema/category.ts';
import { keysAt } from '../../src/rules/schema-walk.ts';
import { COLLECTIONS, type CollectionName } from '../../src/schema/collections.ts';
import { datasetSchema } from '../../src/schema/dataset.ts';
import { licenseSchema } from '../../src/schema/license.ts';
import { organizationSchema } from '../../src/schema/organization.ts';
import { projectSchema } from '../../src/schema/project.ts';

type Facts = Record<string, unknown>;

/** The facts of a small valid project; everything in it can be overridden. */
export function projectFacts(overrides: Facts = {}): Facts {
  return {
    name: 'Sample',
    categories: ['independent'],
    kind: 'chat-model',
    organizations: ['lab'],
    summary: '一个只在测试里出现的对话模型，用来检验目录的规则。',
    links: { repo: 'https://github.com/lab/sample' },
    licenses: { code: 'MIT', weights: 'MIT', data: 'unknown' },
    lineage: [],
    evidence: [
      {
        id: 'readme',
        url: 'https://github.com/lab/sample',
        accessed: '2026-01-02',
        supports: ['links', 'licenses', 'lineage', 'variants', 'training', 'hardware', 'released'],
      },
    ],
    ...overrides,
  };
}

export function licenseFacts(overrides: Facts = {}): Facts {
  return {
    name: 'MIT License',
    family: 'permissive',
    commercialUse: 'allowed',
    summary: '随便用，保留版权声明。',
    text: 'https://opensource.org/license/mit',
    sources: [{ url: 'https://opensource.org/license/mit', accessed: '2026-01-02' }],
    ...overrides,
  };
}

/** The facts of a small valid dataset. */
export function datasetFacts(overrides: Facts = {}): Facts {
  return {
    name: 'Corpus',
    kind: 'instruction',
    organizations: ['lab'],
    summary: '一个只在测试里出现的指令数据集，用来检验目录的规则。',
    links: { data: 'https://lab.example/corpus' },
    license: 'MIT',
    evidence: [
      {
        id: 'page',
        url: 'https://lab.example/corpus',
        accessed: '2026-01-02',
        supports: ['links', 'license', 'usedBy', 'size', 'generatedBy'],
      },
    ],
    ...overrides,
  };
}

/** The facts of a small valid leaderboard. */
export function leaderboardFacts(overrides: Facts = {}): Facts {
  return {
    name: 'Board',
    organizations: ['lab'],
    summary: '一个只在测试里出现的榜单，用来检验目录的各条规则。',
    links: { homepage: 'https://lab.example/board' },
    measures: '测试里的能力',
    method: 'exam',
    licenses: { code: 'MIT' },
    evidence: [
      {
        id: 'page',
        url: 'https://lab.example/board',
        accessed: '2026-01-02',
        supports: ['links', 'measures', 'method', 'licenses'],
      },
    ],
    ...overrides,
  };
}

const organizationFacts: Facts = { name: 'Lab', zhName: '实验室', kind: 'lab' };
const categoryFacts: Facts = { name: '自主模型', order: 1, summary: '自己预训练的模型。' };

/** Parses an entry of the given facts, as the reader would, from `content/<collection>/<id>`. */
export function sourceOf(
  collection: CollectionName,
  id: string,
  facts: Facts,
  { body = '', extension = '' }: { body?: string; extension?: string } = {},
): Source {
  const order = keysAt(COLLECTIONS[collection].schema, []);
  const sorted = Object.entries(facts).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  const yaml = stringify(Object.fromEntries(sorted), { singleQuote: true });
  const isYaml = collection === 'organizations' || collection === 'licenses';
  const ending = extension || (isYaml ? '.yml' : '.md');
  return parseSource(collection, `content/${collection}/${id}${ending}`, isYaml ? yaml : `---\n${yaml}---\n${body}`);
}

/** The files that {@link projectFacts} refers to. */
export function vocabulary(): Source[] {
  return [
    sourceOf('categories', 'independent', categoryFacts),
    sourceOf('organizations', 'lab', organizationFacts),
    sourceOf('licenses', 'MIT', licenseFacts()),
  ];
}

const VERDICT_LICENSES: Record<string, Facts> = {
  MIT: {},
  conditional: { name: 'Conditional', commercialUse: 'conditional', conditions: ['登记'] },
  forbidden: { name: 'Forbidden', commercialUse: 'forbidden' },
  unclear: { name: 'Unclear', commercialUse: 'unknown' },
};

function entry<Data>(
  schema: { parse: (facts: unknown) => Data },
  folder: string,
  id: string,
  facts: Facts,
): Entry<Data> {
  return { id, file: `content/${folder}/${id}`, data: schema.parse(facts) };
}

/** Builds a catalogue from projects given as id → overrides, with licences MIT, conditional, forbidden and unclear, and datasets likewise. */
export function catalogOf(projects: Record<string, Facts>, datasets: Record<string, Facts> = {}): Catalog {
  return buildCatalog({
    projects: Object.entries(projects).map(([id, overrides]) =>
      entry(projectSchema, 'projects', id, projectFacts({ name: id, ...overrides })),
    ),
    categories: [entry(categorySchema, 'categories', 'independent', categoryFacts)],
    organizations: [entry(organizationSchema, 'organizations', 'lab', organizationFacts)],
    licenses: Object.entries(VERDICT_LICENSES).map(([id, overrides]) =>
      entry(licenseSchema, 'licenses', id, licenseFacts(overrides)),
    ),
    datasets: Object.entries(datasets).map(([id, overrides]) =>
      entry(datasetSchema, 'datasets', id, datasetFacts({ name: id, ...overrides })),
    ),
    leaderboards: [],
    guides: [],
  });
}
