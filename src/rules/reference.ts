import { nearest } from '../domain/search/nearest.ts';
import { LICENSE_STATES } from '../schema/licensing.ts';
import { EXTERNAL_PREFIX } from '../schema/lineage.ts';
import type { CollectionName } from '../schema/collections.ts';
import type { AuthoredDataset } from '../schema/dataset.ts';
import type { AuthoredLeaderboard } from '../schema/leaderboard.ts';
import type { AuthoredProject } from '../schema/project.ts';
import type { Finding } from './finding.ts';
import { sameWord } from './mechanical.ts';
import { findingAt, replaceValue, type Rule, type RuleContext } from './rule.ts';
import { fieldName } from './schema-findings.ts';
import type { FactLocation, Source } from './source.ts';

/** Something a file names that has to exist. */
interface Reference {
  path: FactLocation;
  value: string;
  /** What is looked for, as the sentence names it. */
  what: string;
  known: readonly string[];
  extra?: string;
}

/** What can be named: the ids of each folder, and the variants of each project. */
interface Names {
  ids: Record<CollectionName, readonly string[]>;
  licensesAndStates: readonly string[];
  variantsOf: (id: string) => string[] | undefined;
}

const WORDS = { organizations: '机构', licenses: '许可证', projects: '条目', categories: '分类' } as const;

const NEW_FILE = {
  organizations: '新机构先在 content/organizations/ 加一个 .yml',
  licenses: '新许可证先在 content/licenses/ 加一个 .yml',
} as const;

/** A list of ids of one folder. */
function listed(
  names: Names,
  collection: keyof typeof WORDS,
  path: FactLocation,
  values: readonly string[],
): Reference[] {
  const extra = collection in NEW_FILE ? NEW_FILE[collection as keyof typeof NEW_FILE] : undefined;
  return values.map((value, i) => ({
    path: [...path, i],
    value,
    what: WORDS[collection],
    known: names.ids[collection],
    ...(extra ? { extra } : {}),
  }));
}

function licenseLayer(names: Names, path: FactLocation, value: string): Reference {
  return { path, value, what: WORDS.licenses, known: names.licensesAndStates, extra: NEW_FILE.licenses };
}

/** An id of a project, or `external:` and a name that is not looked up. */
function upstream(names: Names, path: FactLocation, value: string): Reference[] {
  if (value.startsWith(EXTERNAL_PREFIX)) return [];
  const extra = `目录里没有的写 external:${value}`;
  return [{ path, value, what: WORDS.projects, known: names.ids.projects, extra }];
}

function successor(names: Names, by: string | undefined, collection: 'projects' | 'datasets' | 'leaderboards') {
  if (!by) return [];
  const known = names.ids[collection];
  return [{ path: ['status', 'by'], value: by, what: WORDS.projects, known, extra: '没有收录的后继写在 reason 里' }];
}

/** Names inside an edge: this entry's variants, the upstream's variant, the licence of an external upstream. */
function edgeReferences(
  names: Names,
  edge: NonNullable<AuthoredProject['lineage']>[number],
  path: FactLocation,
  variants: readonly string[],
): Reference[] {
  const upstreamVariants = edge.fromVariant === undefined ? undefined : names.variantsOf(edge.from);
  const licenses = names.ids.licenses;
  return [
    ...upstream(names, [...path, 'from'], edge.from),
    ...(edge.variants ?? []).map((value, j) => ({
      path: [...path, 'variants', j],
      value,
      what: '版本',
      known: variants,
    })),
    ...(edge.fromVariant !== undefined && upstreamVariants
      ? [{ path: [...path, 'fromVariant'], value: edge.fromVariant, what: '版本', known: upstreamVariants }]
      : []),
    ...(edge.license
      ? [{ path: [...path, 'license'], value: edge.license, what: WORDS.licenses, known: licenses }]
      : []),
  ];
}

function projectReferences(names: Names, data: AuthoredProject): Reference[] {
  const layers = ['code', 'weights', 'data'] as const;
  const evidence = data.evidence.map((item) => item.id);
  const variants = (data.variants ?? []).map((variant) => variant.name);
  return [
    ...listed(names, 'categories', ['categories'], data.categories),
    ...listed(names, 'organizations', ['organizations'], data.organizations),
    ...layers.map((layer) => licenseLayer(names, ['licenses', layer], data.licenses[layer])),
    ...(data.variants ?? []).flatMap(({ license }, i) =>
      license
        ? [{ path: ['variants', i, 'license'], value: license, what: WORDS.licenses, known: names.ids.licenses }]
        : [],
    ),
    ...(data.lineage ?? []).flatMap((edge, i) => edgeReferences(names, edge, ['lineage', i], variants)),
    ...successor(names, data.status?.by, 'projects'),
    ...listed(names, 'projects', ['links', 'repoSharedWith'], data.links.repoSharedWith ?? []),
    ...data.claims.map((claim, i) => ({
      path: ['claims', i, 'evidence'],
      value: claim.evidence,
      what: '证据',
      known: evidence,
    })),
    ...(data.hardware ?? []).flatMap((item, i) =>
      item.variant ? [{ path: ['hardware', i, 'variant'], value: item.variant, what: '版本', known: variants }] : [],
    ),
  ];
}

function datasetReferences(names: Names, data: AuthoredDataset): Reference[] {
  return [
    ...listed(names, 'organizations', ['organizations'], data.organizations),
    licenseLayer(names, ['license'], data.license),
    ...(data.generatedBy ?? []).flatMap((value, i) => upstream(names, ['generatedBy', i], value)),
    ...listed(names, 'projects', ['usedBy'], data.usedBy),
    ...successor(names, data.status?.by, 'datasets'),
  ];
}

function leaderboardReferences(names: Names, data: AuthoredLeaderboard): Reference[] {
  return [
    ...listed(names, 'organizations', ['organizations'], data.organizations),
    licenseLayer(names, ['licenses', 'code'], data.licenses.code),
    licenseLayer(names, ['licenses', 'data'], data.licenses.data),
    ...successor(names, data.status?.by, 'leaderboards'),
  ];
}

/** A few of what there is, for those who guess at the form. */
const someOf = (known: readonly string[]) => `例如 ${known.slice(0, 3).join('、')}`;

function check(source: Source, references: readonly Reference[]): Finding[] {
  return references
    .filter(({ value, known }) => !known.includes(value))
    .map(({ path, value, what, known, extra }) => {
      const same = sameWord(value, known);
      const near = same ?? nearest(value, known);
      const otherwise = extra ?? (known.length > 0 ? someOf(known) : `先把${what}写进这个条目`);
      const fix = same === undefined ? undefined : replaceValue(source, path, same);
      return findingAt(
        source,
        'reference',
        path,
        `${fieldName(path)}: 没有名为 '${value}' 的${what}。`,
        near ? `你是不是想写 ${near}？` : otherwise,
        { actual: value, ...(near ? { expected: near } : {}), ...(fix ? { fix } : {}) },
      );
    });
}

/** Collects the ids that the files of each folder give, broken files included, so that one mistake is reported once. */
function namesOf({ sources, projects }: RuleContext): Names {
  const ids: Record<string, string[]> = {};
  for (const { collection, id } of sources) (ids[collection] ??= []).push(id);
  const all = (name: CollectionName) => ids[name] ?? [];
  const variants = new Map(projects.map(({ id, data }) => [id, (data.variants ?? []).map(({ name }) => name)]));
  return {
    ids: {
      projects: all('projects'),
      categories: all('categories'),
      organizations: all('organizations'),
      licenses: all('licenses'),
      datasets: all('datasets'),
      leaderboards: all('leaderboards'),
      guides: all('guides'),
    },
    licensesAndStates: [...all('licenses'), ...LICENSE_STATES],
    variantsOf: (id) => variants.get(id),
  };
}

/** Every id that an entry names exists. */
export const referenceRule: Rule = {
  code: 'reference',
  title: '条目里写的分类、机构、许可证、上游、证据都要真的存在',
  check(context) {
    const names = namesOf(context);
    return [
      ...context.projects.flatMap((source) => check(source, projectReferences(names, source.data))),
      ...context.datasets.flatMap((source) => check(source, datasetReferences(names, source.data))),
      ...context.leaderboards.flatMap((source) => check(source, leaderboardReferences(names, source.data))),
    ];
  },
};
