import { z } from 'zod';

/** ChatGPT's route, in order. */
export const TRAINING_STAGES = ['pretraining', 'sft', 'rewardModel', 'rlhf'] as const;

export type TrainingStage = (typeof TRAINING_STAGES)[number];

/** What a project released of a stage; `unknown` and `absent` are different answers. */
export const STAGE_STATES = ['released', 'described', 'absent', 'unknown'] as const;

export type StageState = (typeof STAGE_STATES)[number];

const stageSchema = z
  .enum(STAGE_STATES)
  .default('unknown')
  .describe(
    'released 放出了代码、数据或产物 | described 只写了做法 | absent 没有这一步，或既没放出也没说明 | unknown 没查',
  );

/** What the project itself released for each of the three steps (and the pretraining before them). */
export const trainingSchema = z
  .strictObject({
    pretraining: stageSchema,
    sft: stageSchema,
    rewardModel: stageSchema,
    rlhf: stageSchema,
  })
  .describe('项目自己在每一步放出了什么；模型训练时用过但没有放出的写 described');
