import { z } from 'zod';
import { lineSchema } from './ids.ts';

/** How an entry descends from another one. */
export const RELATIONS = [
  'finetune',
  'continued-pretraining',
  'distillation',
  'vocabulary-extension',
  'delta-weights',
  'reimplementation',
  'same-architecture',
  'component',
  'data-from',
] as const;

export type Relation = (typeof RELATIONS)[number];

/** Prefix of a `from` that names something outside the catalogue, e.g. `external:text-davinci-003`. */
export const EXTERNAL_PREFIX = 'external:';

/** A typed edge from this entry up to what it was made from. */
export const lineageEdgeSchema = z
  .strictObject({
    from: lineSchema
      .refine((text) => !text.startsWith(EXTERNAL_PREFIX) || text.slice(EXTERNAL_PREFIX.length).trim() !== '', {
        error: 'external: 后面要写名字',
      })
      .describe('上游条目的 id；目录里没有的写 external:名字'),
    relation: z
      .enum(RELATIONS)
      .describe(
        'finetune 微调 | continued-pretraining 继续预训练 | distillation 蒸馏 | vocabulary-extension 扩充词表 | delta-weights 只发布权重差值 | reimplementation 重新实现 | same-architecture 同一架构 | component 用作部件（如视觉编码器或语言模型部分） | data-from 用它的输出或数据训练',
      ),
    note: lineSchema.optional().describe('一句说明，例如只有 7B 版来自它'),
  })
  .describe('一条谱系边');
