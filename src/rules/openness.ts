import type { AuthoredProject } from '../schema/project.ts';
import type { StatedPart } from '../schema/openness.ts';
import type { Finding } from './finding.ts';
import { findingAt, type Rule } from './rule.ts';

const PUBLISHED: readonly unknown[] = ['open', 'partly'];

/** A statement and a fact that cannot both be true: the part stated, the fact's path, and whether they clash. */
interface Clash {
  part: StatedPart;
  fact: string;
  holds: (project: AuthoredProject) => boolean;
}

const notReleased = (part: StatedPart, layer: keyof AuthoredProject['licenses']): Clash => ({
  part,
  fact: `licenses.${layer}`,
  holds: ({ openness, licenses }) => PUBLISHED.includes(openness?.[part]) && licenses[layer] === 'not-released',
});

const CLASHES: readonly Clash[] = [
  notReleased('inferenceCode', 'code'),
  notReleased('trainingCode', 'code'),
  notReleased('weights', 'weights'),
  notReleased('pretrainingData', 'data'),
  notReleased('finetuningData', 'data'),
  {
    part: 'weights',
    fact: 'links.weights',
    holds: ({ openness, links }) => openness?.weights === 'closed' && links.weights !== undefined,
  },
  {
    part: 'rewardModel',
    fact: 'training.rewardModel',
    holds: ({ openness, training }) =>
      PUBLISHED.includes(openness?.rewardModel) && ['absent', 'described'].includes(training?.rewardModel ?? ''),
  },
  {
    part: 'rewardModel',
    fact: 'training.rewardModel',
    holds: ({ openness, training }) => openness?.rewardModel === 'closed' && training?.rewardModel === 'released',
  },
];

/** What an entry says of its openness agrees with its other facts. */
export const opennessRule: Rule = {
  code: 'openness',
  title: '开放程度不能和别处的事实相反',
  check: ({ projects }) =>
    projects.flatMap((source): Finding[] =>
      CLASHES.filter(({ holds }) => holds(source.data)).map(({ part, fact }) =>
        findingAt(
          source,
          'openness',
          ['openness', part],
          `openness.${part}: 写的是 ${source.data.openness?.[part] ?? ''}，和 ${fact} 相反。`,
          `再查一次来源，改掉 openness.${part} 或 ${fact}`,
        ),
      ),
    ),
};
