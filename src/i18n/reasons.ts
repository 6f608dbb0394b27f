import type { Reason } from '../domain/licensing/reason.ts';
import { t } from './index.ts';

/** How many conditions of a licence are told in a sentence; its page has them all. */
const CONDITIONS_TOLD = 2;

function conditionsNote({ verdict, conditions }: Extract<Reason, { kind: 'license' }>): string {
  if (verdict !== 'conditional' || conditions.length === 0) return '';
  const told = conditions.slice(0, CONDITIONS_TOLD).join('；');
  return `（${told}${conditions.length > CONDITIONS_TOLD ? ' 等' : ''}）`;
}

/** Says one step of a licence verdict in a sentence. */
export function reasonSentence(reason: Reason): string {
  switch (reason.kind) {
    case 'license':
      return `${t.layer[reason.layer]}用 ${reason.name}：${t.verdictLong[reason.verdict]}${conditionsNote(reason)}。`;
    case 'state':
      if (reason.state === 'not-released') return `${t.layer[reason.layer]}没有公开。`;
      if (reason.state === 'unlicensed')
        return `${t.layer[reason.layer]}公开了，但没写许可证：默认保留所有权利，不能当作可商用。`;
      return `${t.layer[reason.layer]}的许可证没有查到。`;
    case 'base':
      return `${t.relation[reason.relation]} ${reason.name}；${reason.name} 的权重${t.verdictLong[reason.verdict]}。`;
    case 'external-base':
      return reason.license
        ? `${t.relation[reason.relation]} ${reason.name}，它用 ${reason.license}：${t.verdictLong[reason.verdict]}。`
        : `${t.relation[reason.relation]} ${reason.name}，它的条款没有查到。`;
    case 'relicensed':
      return `${t.relation[reason.relation]} ${reason.name}；它的权利人自己换了许可证发布，${reason.name} 的条款不再传下来。`;
    case 'lineage-unknown':
      return '上游未知，可能带有别人的条款。';
    case 'versions':
      return `${reason.names.join('、')}：${t.verdictLong[reason.verdict]}。${reason.because.map(reasonSentence).join('')}`;
    case 'data-aside':
      return `数据用 ${reason.name}：${t.verdictLong[reason.verdict]}。结论只看代码和权重，要用这份数据另算。`;
    case 'caution':
      return reason.relation === 'distillation'
        ? `注意：从 ${reason.names.join('、')} 蒸馏而来，原模型的条款可能限制这种用法。`
        : `注意：训练数据用到 ${reason.names.join('、')}，它们各有条款，可能另有限制。`;
    case 'train-yourself':
      return `用它训练要自备底座；以 ${reason.name} 为底座时，底座权重${t.verdictLong[reason.verdict]}。`;
    case 'hoax':
      return '这个项目不是真的，没有东西可以用。';
  }
}
