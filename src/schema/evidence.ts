import { z } from 'zod';
import { daySchema } from './dates.ts';
import { idSchema, lineSchema } from './ids.ts';
import { urlSchema } from './url.ts';

/** Paths of the facts that an evidence item can support; a parent (`licenses`) covers its children (`licenses.code`). */
export const FACT_PATHS = [
  'name',
  'zhName',
  'aliases',
  'categories',
  'kind',
  'organizations',
  'released',
  'links',
  'links.repo',
  'links.movedFrom',
  'links.weights',
  'links.paper',
  'links.demo',
  'links.homepage',
  'links.data',
  'variants',
  'lineage',
  'languages',
  'modalities',
  'training',
  'training.pretraining',
  'training.sft',
  'training.rewardModel',
  'training.rlhf',
  'licenses',
  'licenses.code',
  'licenses.weights',
  'licenses.data',
  'openness',
  'openness.inferenceCode',
  'openness.trainingCode',
  'openness.weights',
  'openness.pretrainingData',
  'openness.finetuningData',
  'openness.rewardModel',
  'openness.modelCard',
  'hardware',
  'status',
  'claims',
  'changes',
] as const;

export type FactPath = (typeof FACT_PATHS)[number];

/** One source that was read: where, when, and which facts of its file it supports. `paths` are the facts that can be named. */
export function evidenceItem<const Paths extends readonly [string, ...string[]]>(paths: Paths) {
  return z
    .strictObject({
      id: idSchema.describe('来源在本条目里的短名，claims 等处用它引用；同一条目内不重复'),
      url: urlSchema.describe('来源网址，优先一手来源：项目 README、LICENSE、模型卡、论文'),
      title: lineSchema.optional().describe('来源的名称，缺省时显示网址'),
      accessed: daySchema.describe('读到这份来源的日期'),
      supports: z
        .array(z.enum(paths))
        .min(1)
        .describe('这份来源支持的事实，写字段路径；写父级（licenses）等于包括子级'),
    })
    .describe('一条证据');
}

/** A source of a project's facts. */
export const evidenceSchema = evidenceItem(FACT_PATHS);

/** The shorter form that licences and organisations use: every fact of the file rests on it. */
export const sourceSchema = z
  .strictObject({
    url: urlSchema.describe('来源网址'),
    title: lineSchema.optional().describe('来源的名称'),
    accessed: daySchema.describe('读到这份来源的日期'),
  })
  .describe('一条来源');
