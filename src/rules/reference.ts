import { nearest } from '../domain/search/distance.ts';
import { LICENSE_STATES } from '../schema/licensing.ts';
import { EXTERNAL_PREFIX } from '../schema/lineage.ts';
import type { AuthoredProject } from '../schema/project.ts';
import type { Finding } from './finding.ts';
import { findingAt, type Rule, type RuleContext, type Valid } from './rule.ts';
import type { FactLocation } from './source.ts';

interface Reference {
  path: FactLocation;
  value: string;
  /** What is looked for, as the sentence names it. */
  what: string;
  known: readonly string[];
  extra?: string;
}

/** Ids that the files of each folder give, broken files included, so that one mistake is reported once. */
function idsOf(context: RuleContext, collection: string): string[] {
  return context.sources.filter((source) => source.collection === collection).map((source) => source.id);
}

/** Names inside an edge: this entry's variants, the upstream's variant, the licence of an external upstream. */
function edgeReferences(
  edge: NonNullable<AuthoredProject['lineage']>[number],
  path: FactLocation,
  variants: readonly string[],
  licenses: readonly string[],
  variantsOf: (id: string) => string[] | undefined,
): Reference[] {
  const upstream = edge.fromVariant === undefined ? undefined : variantsOf(edge.from);
  return [
    ...(edge.variants ?? []).map((value, j) => ({
      path: [...path, 'variants', j],
      value,
      what: '版本',
      known: variants,
    })),
    ...(edge.fromVariant !== undefined && upstream
      ? [{ path: [...path, 'fromVariant'], value: edge.fromVariant, what: '版本', known: upstream }]
      : []),
    ...(edge.license ? [{ path: [...path, 'license'], value: edge.license, what: '许可证', known: licenses }] : []),
  ];
}

function references(
  project: Valid<AuthoredProject>,
  ids: Record<string, string[]>,
  variantsOf: (id: string) => string[] | undefined,
): Reference[] {
  const { data } = project;
  const licenses = ids['licenses'] ?? [];
  const projects = ids['projects'] ?? [];
  const layers = ['code', 'weights', 'data'] as const;
  const evidence = data.evidence.map((item) => item.id);
  const variants = (data.variants ?? []).map((variant) => variant.name);
  return [
    ...data.categories.map((value, i) => ({
      path: ['categories', i],
      value,
      what: '分类',
      known: ids['categories'] ?? [],
    })),
    ...data.organizations.map((value, i) => ({
      path: ['organizations', i],
      value,
      what: '机构',
      known: ids['organizations'] ?? [],
      extra: '新机构先在 content/organizations/ 加一个 .yml',
    })),
    ...layers.map((layer) => ({
      path: ['licenses', layer],
      value: data.licenses[layer],
      what: '许可证',
      known: [...licenses, ...LICENSE_STATES],
      extra: '新许可证先在 content/licenses/ 加一个 .yml',
    })),
    ...(data.variants ?? []).flatMap((variant, i) =>
      variant.license
        ? [{ path: ['variants', i, 'license'], value: variant.license, what: '许可证', known: licenses }]
        : [],
    ),
    ...(data.lineage ?? []).flatMap((edge, i) =>
      edge.from.startsWith(EXTERNAL_PREFIX)
        ? []
        : [
            {
              path: ['lineage', i, 'from'],
              value: edge.from,
              what: '条目',
              known: projects,
              extra: `目录里没有的写 external:${edge.from}`,
            },
          ],
    ),
    ...(data.lineage ?? []).flatMap((edge, i) => edgeReferences(edge, ['lineage', i], variants, licenses, variantsOf)),
    ...(data.status?.by
      ? [
          {
            path: ['status', 'by'],
            value: data.status.by,
            what: '条目',
            known: projects,
            extra: '没有收录的后继写在 reason 里',
          },
        ]
      : []),
    ...(data.links.repoSharedWith ?? []).map((value, i) => ({
      path: ['links', 'repoSharedWith', i],
      value,
      what: '条目',
      known: projects,
    })),
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

function fieldName(path: FactLocation): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .slice(1);
}

/** Every id that an entry names exists. */
export const referenceRule: Rule = {
  code: 'reference',
  title: '条目里写的分类、机构、许可证、上游、证据都要真的存在',
  check(context) {
    const ids = Object.fromEntries(
      ['projects', 'categories', 'organizations', 'licenses'].map((name) => [name, idsOf(context, name)]),
    );
    const byId = new Map(context.projects.map((project) => [project.id, project.data]));
    const variantsOf = (id: string) => {
      const upstream = byId.get(id);
      return upstream && (upstream.variants ?? []).map((variant) => variant.name);
    };
    const findings: Finding[] = [];
    for (const project of context.projects)
      for (const { path, value, what, known, extra } of references(project, ids, variantsOf)) {
        if (known.includes(value)) continue;
        const near = nearest(value, known);
        const hint = near ? `你是不是想写 ${near}？` : extra;
        findings.push(
          findingAt(project, 'reference', path, `${fieldName(path)}: 没有名为 '${value}' 的${what}。`, hint),
        );
      }
    return findings;
  },
};
