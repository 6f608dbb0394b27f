import { z } from 'zod';
import { changeSchema } from './change.ts';
import { claimSchema } from './claim.ts';
import { dayOrMonthSchema } from './dates.ts';
import { evidenceSchema } from './evidence.ts';
import { hardwareSchema } from './hardware.ts';
import { idSchema, lineSchema } from './ids.ts';
import { languageSchema, modalitiesSchema } from './language.ts';
import { projectLicensesSchema } from './licensing.ts';
import { lineageEdgeSchema } from './lineage.ts';
import { linksSchema } from './links.ts';
import { opennessSchema } from './openness.ts';
import { statusSchema } from './status.ts';
import { trainingSchema } from './training.ts';
import { variantSchema } from './variant.ts';

export const PROJECT_KINDS = [
  'base-model',
  'chat-model',
  'multimodal-model',
  'training-framework',
  'runtime',
  'agent',
  'dataset-project',
] as const;

export type ProjectKind = (typeof PROJECT_KINDS)[number];

/** Bounds of the one-sentence summary, in characters. */
const SUMMARY_LENGTH = { min: 20, max: 80 } as const;

/** Front matter of `content/projects/<id>.md`, as authored. Keys left out are published as unknown. */
export const projectSchema = z
  .strictObject({
    name: lineSchema.describe('项目自己的写法'),
    zhName: lineSchema.optional().describe('中文名'),
    aliases: z
      .array(lineSchema)
      .default([])
      .describe('别人可能输入的每个名字：简称、旧名、昵称、误写')
      .meta({ examples: [['简称', '旧名']] }),
    categories: z.array(idSchema).min(1).describe('分类 id，第一个是主要分类'),
    kind: z
      .enum(PROJECT_KINDS)
      .describe(
        'base-model 底座模型 | chat-model 对话模型 | multimodal-model 多模态模型 | training-framework 训练框架 | runtime 运行工具 | agent 智能体 | dataset-project 数据项目',
      ),
    organizations: z.array(idSchema).min(1).describe('机构 id，见 content/organizations'),
    released: dayOrMonthSchema
      .optional()
      .describe('首次公开的日期')
      .meta({ examples: ['2023-03-14'] }),
    summary: lineSchema
      .min(SUMMARY_LENGTH.min, { error: `一句话简介至少 ${SUMMARY_LENGTH.min} 字` })
      .max(SUMMARY_LENGTH.max, { error: `一句话简介最多 ${SUMMARY_LENGTH.max} 字` })
      .describe('一句话说明它是什么，中文，20–80 字'),
    links: linksSchema,
    variants: z
      .array(variantSchema)
      .min(1)
      .optional()
      .describe('尺寸与版本')
      .meta({ examples: [[{ name: 'NAME-7B', parameters: '7B', contextLength: 4096 }]] }),
    lineage: z
      .array(lineageEdgeSchema)
      .optional()
      .describe('从哪里来；空列表表示没有上游，不写表示未知')
      .meta({ examples: [[{ from: 'llama-2', relation: 'finetune' }]] }),
    languages: z
      .array(languageSchema)
      .min(1)
      .optional()
      .describe('支持的语言，写 ISO 639 代码')
      .meta({ examples: [['zh', 'en']] }),
    modalities: modalitiesSchema.optional().meta({ examples: [{ input: ['text'], output: ['text'] }] }),
    training: trainingSchema
      .optional()
      .meta({ examples: [{ pretraining: 'absent', sft: 'released', rewardModel: 'absent', rlhf: 'absent' }] }),
    licenses: projectLicensesSchema,
    openness: opennessSchema.optional(),
    hardware: z
      .array(hardwareSchema)
      .min(1)
      .optional()
      .describe('显存需求')
      .meta({ examples: [[{ task: 'inference', precision: 'int4', vramGb: 6, basis: 'measured' }]] }),
    status: statusSchema.optional().meta({ examples: [{ state: 'active' }] }),
    claims: z.array(claimSchema).default([]).describe('响亮的说法与判断'),
    changes: z.array(changeSchema).default([]).describe('变动，新的在后'),
    evidence: z.array(evidenceSchema).min(1).describe('证据，至少一条'),
  })
  .refine((project) => project.links.repo !== undefined || project.links.weights !== undefined, {
    error: '至少写 links.repo；没有仓库的写 links.weights',
    path: ['links'],
  })
  .describe('一个项目');

/** What a contributor writes. */
export type AuthoredProject = z.output<typeof projectSchema>;
