import { coversFact } from '../domain/catalog/evidence.ts';
import type { AuthoredDataset } from '../schema/dataset.ts';
import type { AuthoredLeaderboard } from '../schema/leaderboard.ts';
import type { AuthoredProject } from '../schema/project.ts';
import type { Finding } from './finding.ts';
import { findingAt, type Rule } from './rule.ts';
import type { Source } from './source.ts';

/** The part of an entry that says where its facts come from. */
interface Sourced {
  evidence: { id: string; supports: readonly string[] }[];
}

/** Lists the key facts of a project that are known and so need a source. */
function projectKeyFacts(project: AuthoredProject): string[] {
  const { links, licenses, training } = project;
  const facts: string[] = [];
  if (links.repo) facts.push('links.repo');
  if (links.weights) facts.push('links.weights');
  if (project.variants) facts.push('variants');
  if (project.lineage) facts.push('lineage');
  if (project.released) facts.push('released');
  if (project.hardware) facts.push('hardware');
  for (const layer of ['code', 'weights', 'data'] as const)
    if (licenses[layer] !== 'unknown') facts.push(`licenses.${layer}`);
  for (const stage of ['pretraining', 'sft', 'rewardModel', 'rlhf'] as const)
    if (training && training[stage] !== 'unknown') facts.push(`training.${stage}`);
  for (const [part, state] of Object.entries(project.openness ?? {}))
    if (state !== 'unknown') facts.push(`openness.${part}`);
  return facts;
}

function datasetKeyFacts(dataset: AuthoredDataset): string[] {
  const facts = ['links'];
  for (const fact of ['released', 'size', 'origin', 'generatedBy'] as const) if (dataset[fact]) facts.push(fact);
  if (dataset.license !== 'unknown') facts.push('license');
  if (dataset.usedBy.length > 0) facts.push('usedBy');
  return facts;
}

function leaderboardKeyFacts(leaderboard: AuthoredLeaderboard): string[] {
  const facts = ['links', 'measures', 'method'];
  for (const fact of ['released', 'judge', 'size'] as const) if (leaderboard[fact]) facts.push(fact);
  for (const layer of ['code', 'data'] as const)
    if (leaderboard.licenses[layer] !== 'unknown') facts.push(`licenses.${layer}`);
  return facts;
}

function check(source: Source, { evidence }: Sourced, facts: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  for (const fact of facts)
    if (!evidence.some((item) => coversFact(item.supports, fact)))
      findings.push(
        findingAt(
          source,
          'evidence',
          fact.split('.'),
          `${fact}: 写了事实，却没有证据支持它。`,
          `在某条 evidence 的 supports 里加上 ${fact}，或把它改成未知`,
          { expected: fact },
        ),
      );
  const seen = new Set<string>();
  evidence.forEach((item, i) => {
    if (seen.has(item.id))
      findings.push(
        findingAt(
          source,
          'evidence',
          ['evidence', i, 'id'],
          `evidence[${i}].id: '${item.id}' 在本条目里用了两次。`,
          '换一个短名',
          { actual: item.id },
        ),
      );
    seen.add(item.id);
  });
  return findings;
}

/** Every key fact that is known has a source. */
export const evidenceRule: Rule = {
  code: 'evidence',
  title: '每个写出来的关键事实都要有证据',
  check: ({ projects, datasets, leaderboards }) => [
    ...projects.flatMap((source) => check(source, source.data, projectKeyFacts(source.data))),
    ...datasets.flatMap((source) => check(source, source.data, datasetKeyFacts(source.data))),
    ...leaderboards.flatMap((source) => check(source, source.data, leaderboardKeyFacts(source.data))),
  ],
};
