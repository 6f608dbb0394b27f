import { commercialUse } from '../domain/licensing/verdict.ts';
import type { Verdict } from '../schema/license.ts';
import { findingAt, type Rule } from './rule.ts';

/** What a summary may say of commercial use, and the verdicts that it contradicts. The first that fits counts. */
const SAYINGS: readonly { pattern: RegExp; contradicts: readonly Verdict[] }[] = [
  {
    pattern: /(?:不可|不能|不得|不允许|禁止|不许)(?:用于)?(?:商用|商业)|仅(?:限|供)(?:研究|学术|非商业)/,
    contradicts: ['allowed'],
  },
  { pattern: /(?:可|能|允许|支持|免费)(?:以|供|用于)?(?:免费)?(?:商用|商业使用|商业用途)/, contradicts: ['forbidden'] },
];

/** A summary that tells how the terms changed says both. */
const TELLS_HISTORY = /起初|最初|原先|曾|后来|改成|改为/;

/** A summary does not say the opposite of what the licences add up to. */
export const verdictWordsRule: Rule = {
  code: 'verdict-words',
  title: '简介里说的商用与许可证推出来的结论一致',
  check({ projects, catalog }) {
    const said = projects.flatMap((source) => {
      const { summary } = source.data;
      if (TELLS_HISTORY.test(summary)) return [];
      const saying = SAYINGS.find(({ pattern }) => pattern.test(summary));
      return saying ? [{ source, saying }] : [];
    });
    return said.flatMap(({ source, saying }) => {
      const project = catalog().projectById.get(source.id);
      if (!project) return [];
      const { verdict } = commercialUse(catalog(), project);
      if (!saying.contradicts.includes(verdict)) return [];
      const words = saying.pattern.exec(source.data.summary)![0];
      const conclusion = verdict === 'allowed' ? '可商用' : '不可商用';
      return [
        findingAt(
          source,
          'verdict-words',
          ['summary'],
          `summary: 写着“${words}”，可是按许可证和谱系推出来是${conclusion}。`,
          '简介里不写能否商用（页面会算）；推得不对就改 licenses 或 lineage',
          { actual: words, expected: conclusion },
        ),
      ];
    });
  },
};
