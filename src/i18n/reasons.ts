import type { Reason } from '../domain/licensing/reason.ts';
import { t } from './index.ts';

/** Says one step of a licence verdict in a sentence. */
export function reasonSentence(reason: Reason): string {
  switch (reason.kind) {
    case 'license':
      return `${t.layer[reason.layer]}用 ${reason.name}：${t.verdictLong[reason.verdict]}。`;
    case 'state':
      if (reason.state === 'not-released') return `${t.layer[reason.layer]}没有公开。`;
      if (reason.state === 'unlicensed')
        return `${t.layer[reason.layer]}公开了，但没写许可证：默认保留所有权利，不能当作可商用。`;
      return `${t.layer[reason.layer]}的许可证没有查到。`;
    case 'base':
      return `${t.relation[reason.relation]} ${reason.name}，它的权重${t.verdictLong[reason.verdict]}。`;
    case 'external-base':
      return reason.license
        ? `${t.relation[reason.relation]} ${reason.name}，它用 ${reason.license}：${t.verdictLong[reason.verdict]}。`
        : `${t.relation[reason.relation]} ${reason.name}，它的条款没有查到。`;
    case 'lineage-unknown':
      return '上游未知，可能带有别人的条款。';
    case 'versions':
      return `${reason.names.join('、')}：${t.verdictLong[reason.verdict]}。${reason.because.map(reasonSentence).join('')}`;
    case 'caution':
      return reason.relation === 'distillation'
        ? `注意：从 ${reason.names.join('、')} 蒸馏而来，原模型的条款可能限制这种用法。`
        : `注意：训练数据里有 ${reason.names.join('、')} 的输出或数据，对方的条款可能另有限制。`;
    case 'train-yourself':
      return `用它训练要自备底座；以 ${reason.name} 为底座时，底座权重${t.verdictLong[reason.verdict]}。`;
    case 'hoax':
      return '这个项目不是真的，没有东西可以用。';
  }
}
