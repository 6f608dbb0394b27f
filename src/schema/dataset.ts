import { z } from 'zod';
import { dayOrMonthSchema } from './dates.ts';
import { evidenceItem } from './evidence.ts';
import { idSchema, licenseIdSchema, lineSchema } from './ids.ts';
import { languageSchema } from './language.ts';
import { statusSchema } from './status.ts';
import { urlSchema } from './url.ts';

export const DATASET_KINDS = [
  'instruction',
  'dialogue',
  'preference',
  'pretraining',
  'question-answering',
  'prompts',
] as const;

export type DatasetKind = (typeof DATASET_KINDS)[number];

/** Where the text comes from; `model-generated` matters because the model's own terms may reach the data. */
export const DATA_ORIGINS = ['human-written', 'model-generated', 'collected', 'mixed'] as const;

export const SIZE_UNITS = [
  'samples',
  'conversations',
  'messages',
  'preferences',
  'prompts',
  'tokens',
  'questions',
] as const;

/** Facts of a dataset that an evidence item can support. */
export const DATASET_FACT_PATHS = [
  'name',
  'zhName',
  'aliases',
  'kind',
  'organizations',
  'released',
  'links',
  'languages',
  'size',
  'origin',
  'generatedBy',
  'license',
  'usedBy',
  'status',
] as const;

/** A count with its unit; several where the dataset has several parts. */
export const sizeSchema = z
  .strictObject({
    count: z.int().positive().describe('多少，整数'),
    unit: z
      .enum(SIZE_UNITS)
      .describe(
        'samples 条样本 | conversations 段对话 | messages 条消息 | preferences 组偏好 | prompts 个提示 | tokens 个 token | questions 道题',
      ),
    note: lineSchema.optional().describe('哪一部分、约数还是准数'),
  })
  .describe('规模');

/** `content/datasets/<id>.md`: a corpus to train a ChatGPT-like model with. */
export const datasetSchema = z
  .strictObject({
    name: lineSchema.describe('数据集自己的写法'),
    zhName: lineSchema.optional().describe('中文名'),
    aliases: z.array(lineSchema).default([]).describe('别人可能输入的每个名字'),
    kind: z
      .enum(DATASET_KINDS)
      .describe(
        'instruction 指令 | dialogue 对话 | preference 偏好 | pretraining 预训练语料 | question-answering 问答与阅读理解 | prompts 提示词',
      ),
    organizations: z.array(idSchema).min(1).describe('机构或个人的 id，见 content/organizations'),
    released: dayOrMonthSchema.optional().describe('首次公开的日期'),
    summary: lineSchema
      .min(20, { error: '一句话简介至少 20 字' })
      .max(80, { error: '一句话简介最多 80 字' })
      .describe('一句话说明它是什么，中文，20–80 字'),
    links: z
      .strictObject({
        data: urlSchema.describe('下载页'),
        repo: urlSchema.optional().describe('代码仓库'),
        paper: urlSchema.optional().describe('论文'),
        homepage: urlSchema.optional().describe('主页'),
      })
      .describe('链接'),
    languages: z.array(languageSchema).min(1).optional().describe('语言'),
    size: z.array(sizeSchema).min(1).optional().describe('规模，可以分几部分写'),
    origin: z
      .enum(DATA_ORIGINS)
      .optional()
      .describe('human-written 人写的 | model-generated 模型生成 | collected 从网上收集 | mixed 几种都有'),
    generatedBy: z.array(lineSchema).min(1).optional().describe('生成它的模型：条目 id，或 external:名字'),
    license: licenseIdSchema
      .default('unknown')
      .describe('许可证 id；unknown 没查到 | unlicensed 公开了但没写许可证 | not-released 没有公开'),
    usedBy: z.array(idSchema).default([]).describe('用它训练的项目 id（有来源才写）'),
    status: statusSchema.optional(),
    evidence: z.array(evidenceItem(DATASET_FACT_PATHS)).min(1).describe('证据，至少一条'),
  })
  .describe('一个数据集');

export type AuthoredDataset = z.output<typeof datasetSchema>;
