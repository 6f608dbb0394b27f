import { NEIGHBOUR_BODY, SAMPLE_BODY, type Lesson } from './lesson.ts';

const OPENNESS_EVIDENCE = `evidence:
  - id: readme
    url: https://github.com/lab/new-chat/blob/main/README.md
    accessed: 2026-11-20
    supports: [links, released, licenses, openness]`;

/** Codes about what one entry says against another, or against itself. */
export const WHOLE_LESSONS: readonly Lesson[] = [
  {
    code: 'file-place',
    title: '文件放在约定的目录里',
    why: '目录名写错了，里面的条目谁也读不到，而且没有任何提示。',
    part: 'path',
    wrong: 'content/project/new-chat-7b.md',
    right: 'content/projects/new-chat-7b.md',
  },
  {
    code: 'duplicate-id',
    title: '同一目录里 id 不能重复',
    why: 'id 是网址。两个文件抢一个网址，总有一个会消失。大小写和后缀不同也算重复。',
    part: 'path',
    wrong: 'content/projects/base-7b.mdx',
    right: 'content/projects/new-chat-7b.md',
  },
  {
    code: 'duplicate-repository',
    title: '一个仓库只对应一个条目，旧地址也算',
    why: '改过名的仓库会被收录两次，读者看到两份互相矛盾的事实。',
    part: 'fields',
    wrong: 'links:\n  repo: https://github.com/Lab/Base',
    right: 'links:\n  repo: https://github.com/Lab/Base-Chat',
  },
  {
    code: 'duplicate-name',
    title: '名字和别名不能与其他条目相同',
    why: '读者按名字找。一个名字指向两个条目，就有一半的人走错。',
    part: 'fields',
    wrong: 'aliases: [base-7B]',
    right: 'aliases: [Base-7B-Chat]',
  },
  {
    code: 'lineage-cycle',
    title: '谱系不能绕回自己',
    why: '谁从谁来，只有一个方向。绕成圈就推不出许可证的结论。',
    part: 'fields',
    wrong: 'lineage:\n  - { from: new-chat-7b, relation: finetune }',
    right: 'lineage:\n  - { from: base-7b, relation: finetune }',
  },
  {
    code: 'lineage-date',
    title: '后代不能比上游先公开',
    why: '还没有的东西微调不出来。多半是日期写错，或者只有后来的版本才用了新底座。',
    part: 'fields',
    wrong: 'released: 2024-01\nlineage:\n  - { from: base-7b, relation: finetune }',
    right: 'released: 2024-02\nlineage:\n  - { from: base-7b, relation: finetune }',
  },
  {
    code: 'evidence',
    title: '每个写出来的关键事实都要有证据',
    why: '没有来源的数字没人敢用，也没人能更正。证据写明网址、读到它的日期、它支持哪几项。',
    part: 'fields',
    wrong: 'training: { pretraining: released, sft: unknown, rewardModel: unknown, rlhf: unknown }',
    right: 'training: { pretraining: unknown, sft: unknown, rewardModel: unknown, rlhf: unknown }',
  },
  {
    code: 'openness',
    title: '开放程度不能和别处的事实相反',
    why: '代码没有公开，就谈不上公开了训练代码。两处相反，总有一处没查清。',
    part: 'fields',
    wrong: `licenses: { code: not-released, weights: MIT, data: unknown }\nopenness: { trainingCode: open }\n${OPENNESS_EVIDENCE}`,
    right: `licenses: { code: not-released, weights: MIT, data: unknown }\nopenness: { trainingCode: closed }\n${OPENNESS_EVIDENCE}`,
  },
  {
    code: 'date',
    title: '日期合情理：不在今天之后，先后不颠倒',
    why: '写错年份最常见。还没发生的事不写进目录。',
    part: 'fields',
    wrong: 'released: 2024-05-01\nstatus: { state: archived, since: 2023-05-01 }',
    right: 'released: 2024-05-01\nstatus: { state: archived, since: 2025-05-01 }',
  },
  {
    code: 'verdict-words',
    title: '简介里说的商用与许可证推出来的结论一致',
    why: '能否商用由各层许可证和上游推出来。简介里另说一套，读者不知道信哪个。',
    part: 'fields',
    wrong:
      'summary: 例子里的对话模型，有 70 亿参数，全部权重可免费商用。\nlicenses: { code: MIT, weights: CC-BY-NC-4.0, data: unknown }',
    right:
      'summary: 例子里的对话模型，有 70 亿参数，全部权重已经公开。\nlicenses: { code: MIT, weights: CC-BY-NC-4.0, data: unknown }',
  },
  {
    code: 'shared-run',
    title: '两篇正文不共用长句（20 字起）',
    why: '抄来的句子说的多半是另一个项目。用自己的话写，读者才知道两者差在哪里。',
    part: 'body',
    wrong: NEIGHBOUR_BODY,
    right: SAMPLE_BODY,
  },
];
