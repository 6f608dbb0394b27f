import type { FactPath } from '../schema/evidence.ts';
import type { AuthoredProject } from '../schema/project.ts';
import type { Finding } from './finding.ts';
import { findingAt, type Rule } from './rule.ts';

/** Lists the key facts of an entry that are known and so need a source. */
function keyFacts(project: AuthoredProject): FactPath[] {
  const { links, licenses, training } = project;
  const facts: FactPath[] = [];
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
  return facts;
}

/** Tells whether an evidence item's `supports` covers a fact, itself or by its parent. */
function covers(supports: readonly FactPath[], fact: FactPath): boolean {
  return supports.some((path) => path === fact || fact.startsWith(`${path}.`));
}

/** Every key fact that is known has a source. */
export const evidenceRule: Rule = {
  code: 'evidence',
  title: '每个写出来的关键事实都要有证据',
  check({ projects }) {
    const findings: Finding[] = [];
    for (const source of projects) {
      const { evidence } = source.data;
      for (const fact of keyFacts(source.data))
        if (!evidence.some((item) => covers(item.supports, fact)))
          findings.push(
            findingAt(
              source,
              'evidence',
              fact.split('.'),
              `${fact}: 写了事实，却没有证据支持它。`,
              `在某条 evidence 的 supports 里加上 ${fact}，或把它改成未知`,
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
            ),
          );
        seen.add(item.id);
      });
    }
    return findings;
  },
};
