import { z } from 'zod';
import type { STATED_PARTS } from './openness-cells.ts';

/** How far something is open to everybody. `closed` means looked for and not published; `unknown` means not looked up. */
export const OPENNESS_STATES = ['open', 'partly', 'closed', 'unknown'] as const;

export type OpennessState = (typeof OPENNESS_STATES)[number];

export type StatedPart = (typeof STATED_PARTS)[number];

const state = z.enum(OPENNESS_STATES).optional();

/** What the project published of itself, looked up in its repository and model pages. */
export const opennessSchema = z
  .strictObject({
    inferenceCode: state.describe(
      '推理代码，看项目自己的仓库：open 有能直接运行模型的代码 | partly 只有几行示例，要靠别的库 | closed 查过，没有 | unknown 没查',
    ),
    trainingCode: state.describe(
      '训练代码，看项目自己的仓库：open 有做出这个模型的训练代码 | partly 只有其中几步，或只供下游微调 | closed 查过，没有 | unknown 没查',
    ),
    weights: state.describe(
      '权重，通常由 licenses.weights 推出，与它不同才写：open 谁都能下载 | partly 要申请才给 | closed 没有公开 | unknown 没查',
    ),
    pretrainingData: state.describe(
      '预训练数据：open 全部可下载 | partly 只有一部分，或只有配方 | closed 查过，没有 | unknown 没查',
    ),
    finetuningData: state.describe(
      '微调数据（指令、偏好）：open 全部可下载 | partly 只有一部分或样例 | closed 查过，没有 | unknown 没查',
    ),
    rewardModel: state.describe(
      '奖励模型：open 权重可下载 | partly 只有代码或数据 | closed 训练过，没有公开 | unknown 没查',
    ),
    modelCard: state.describe(
      '模型卡：open 有项目自己写的一份 | partly 只有标签或几行 | closed 查过，没有 | unknown 没查',
    ),
  })
  .describe('项目自己公开了什么；只写查过的，写了就要有证据，没查的不写');
