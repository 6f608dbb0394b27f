import type { CollectionName } from '../schema/collections.ts';

/**
 * For each folder the facts of one made-up file that writes every field, as a contributor would: the field
 * reference takes its examples from here. A test runs the checker over them and asks for every field.
 */
export const FIELD_EXAMPLES: Readonly<Record<CollectionName, string>> = {
  projects: `name: New Chat 7B
zhName: 新对话
aliases: [NewChat, new-chat-7b, 新对话7B]
categories: [independent]
kind: chat-model
organizations: [lab]
released: 2024-05-01
summary: 某实验室的 70 亿参数中英双语对话模型，INT4 量化后 6 GB 显存能跑。
links:
  repo: https://github.com/lab/new-chat
  movedFrom: [https://github.com/lab/chat]
  repoSharedWith: [new-chat-2]
  weights: [https://huggingface.co/lab/new-chat-7b]
  paper: https://arxiv.org/abs/2405.00001
  demo: https://lab.example/demo
  homepage: https://lab.example/new-chat
  data: https://huggingface.co/datasets/lab/new-chat-sft
variants:
  - name: New Chat 7B
    parameters: 7B
    contextLength: 4096
    architecture: { layers: 32, attentionLayers: 32, hiddenSize: 4096, attentionHeads: 32, keyValueHeads: 8, headDim: 128, slidingWindow: { tokens: 4096, layers: 16 } }
  - { name: New Chat MoE, parameters: 47B, activeParameters: 13B, architecture: { layers: 60, attentionHeads: 128, latentKvDim: 576 }, license: lab-community }
lineage:
  - { from: base-7b, relation: finetune, variants: [New Chat 7B], fromVariant: 7B }
  - { from: 'external:Base 2', relation: continued-pretraining, variants: [New Chat MoE], license: lab-community, relicensed: true, note: 同一实验室自己换了许可证，见 README }
languages: [zh, en]
modalities: { input: [text, image], output: [text] }
training: { pretraining: absent, sft: released, rewardModel: absent, rlhf: described }
licenses: { code: MIT, weights: MIT, data: unknown }
openness: { inferenceCode: open, trainingCode: partly, weights: open, pretrainingData: closed, finetuningData: open, rewardModel: closed, modelCard: open }
hardware:
  - { task: inference, precision: int4, vramGb: 6, basis: measured, figure: used, variant: New Chat 7B, contextLength: 4096, batchSize: 2, note: 单张 RTX 3060 }
  - { task: finetuning, precision: fp16, vramGb: 24, basis: measured, figure: card, method: lora, variant: New Chat 7B }
status: { state: superseded, since: 2025-05-01, by: new-chat-2, reason: 第二代发布后不再更新, mirror: https://modelscope.cn/models/lab/new-chat-7b }
claims:
  - { text: 中文问答达到 ChatGPT 的九成, by: 项目 README, method: 自拟 80 题，由 GPT-4 打分, verdict: self-reported, evidence: readme }
changes:
  - { date: 2025-05-01, kind: status, text: 第二代发布 }
evidence:
  - id: readme
    url: https://github.com/lab/new-chat/blob/main/README.md
    title: New Chat README
    accessed: 2025-06-01
    supports: [links, variants, lineage, released, training, openness, hardware, licenses.weights, status, claims]
  - { id: license, url: https://github.com/lab/new-chat/blob/main/LICENSE, accessed: 2025-06-01, supports: [licenses.code] }
`,
  categories: `name: 自主模型
order: 1
summary: 自己设计、自己预训练的模型。
`,
  organizations: `name: Lab
zhName: 某实验室
aliases: [lab-ai]
kind: lab
homepage: https://lab.example
github: https://github.com/lab
sources:
  - { url: https://lab.example/about, title: 关于我们, accessed: 2025-06-01 }
`,
  licenses: `name: Lab Community License
spdx: LicenseRef-Lab-Community
family: community
commercialUse: conditional
conditions: [月活超过一亿的产品要另外申请]
registration: no
derivatives: allowed
shareAlike: no
useRestrictions: yes
outputRestriction: unknown
summary: 可以商用和修改；月活超过一亿的产品要另外申请，用途清单里的事不能做。
text: https://github.com/lab/new-chat/blob/main/MODEL_LICENSE
sources:
  - { url: https://github.com/lab/new-chat/blob/main/MODEL_LICENSE, title: 许可证正文, accessed: 2025-06-01 }
`,
  datasets: `name: New Chat SFT
zhName: 新对话指令集
aliases: [newchat-sft]
kind: instruction
organizations: [lab]
released: 2024-05
summary: 某实验室用来微调 New Chat 的五万条中文指令，由现成模型生成后人工挑过。
links:
  data: https://huggingface.co/datasets/lab/new-chat-sft
  repo: https://github.com/lab/new-chat-data
  paper: https://arxiv.org/abs/2405.00001
  homepage: https://lab.example/data
languages: [zh]
size:
  - { count: 50000, unit: samples, note: 约数 }
origin: model-generated
generatedBy: ['external:text-davinci-003']
license: MIT
usedBy: [new-chat-7b]
status: { state: superseded, since: 2025-05-01, by: new-chat-sft-2, reason: 第二版修正了译文, mirror: https://modelscope.cn/datasets/lab/new-chat-sft }
evidence:
  - { id: card, url: https://huggingface.co/datasets/lab/new-chat-sft, title: 数据集卡片, accessed: 2025-06-01, supports: [links, released, languages, size, origin, generatedBy, license, usedBy, status] }
`,
  leaderboards: `name: Chat Board
zhName: 对话榜
aliases: [chatboard]
organizations: [lab]
released: 2024-05-01
summary: 某实验室办的中文对话榜，八十道开放题，由现成的大模型打分。
links:
  homepage: https://lab.example/board
  repo: https://github.com/lab/board
  paper: https://arxiv.org/abs/2405.00001
  data: https://huggingface.co/datasets/lab/board
languages: [zh]
measures: 中文开放式问答
method: model-judge
judge: GPT-4
size:
  - { count: 80, unit: questions, note: 每类十道 }
licenses: { code: MIT, data: unlicensed }
status: { state: superseded, since: 2025-05-01, by: chat-board-2, reason: 第二版换了打分的模型, mirror: https://modelscope.cn/studios/lab/board }
evidence:
  - { id: page, url: https://lab.example/board, title: 榜单说明, accessed: 2025-06-01, supports: [links, released, languages, measures, method, judge, size, licenses, status] }
`,
  guides: `name: 怎么读许可证
aliases: [许可证入门]
order: 2
summary: 拿到一份模型许可证，先看哪三句，怎么判断能不能拿来做产品。
updated: 2025-06-01
sources:
  - { url: https://opensource.org/license/mit, title: MIT License, accessed: 2025-06-01 }
`,
};
