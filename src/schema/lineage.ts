import { z } from 'zod';
import { licenseIdSchema, lineSchema } from './ids.ts';

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
    variants: z
      .array(lineSchema)
      .min(1)
      .optional()
      .describe('只有部分尺寸或版本来自它时，写它们在 variants 里的名字；不写表示全部'),
    fromVariant: lineSchema.optional().describe('来自上游的哪个尺寸或版本，写它在上游条目 variants 里的名字'),
    license: licenseIdSchema.optional().describe('上游写 external: 时，它的权重许可证 id（查到了才写）'),
    relicensed: z
      .literal(true)
      .optional()
      .describe('上游的权利人自己换了许可证发布它时写 true：上游的条款不再传下来；依据写在 note 里'),
    note: lineSchema.optional().describe('一句说明'),
  })
  .refine((edge) => edge.license === undefined || edge.from.startsWith(EXTERNAL_PREFIX), {
    error: '目录里有的条目不用写 license，由那个条目推出来',
    path: ['license'],
  })
  .refine((edge) => edge.fromVariant === undefined || !edge.from.startsWith(EXTERNAL_PREFIX), {
    error: 'external: 的上游不用写 fromVariant，直接写进名字',
    path: ['fromVariant'],
  })
  .refine((edge) => edge.relicensed === undefined || edge.note !== undefined, {
    error: '写了 relicensed 就要在 note 里说明依据',
    path: ['note'],
  })
  .describe('一条谱系边');
