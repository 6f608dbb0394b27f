import { z } from 'zod';
import { CHANGE_KINDS } from './change.ts';
import { CLAIM_VERDICTS } from './claim.ts';
import { FACT_PATHS } from './evidence.ts';
import { repositoryRecordSchema } from './github-snapshot.ts';
import { FINETUNING_METHODS, HARDWARE_FIGURES, HARDWARE_TASKS, PRECISIONS } from './hardware.ts';
import { MODALITIES } from './language.ts';
import { RELATIONS } from './lineage.ts';
import { VERDICTS } from './license.ts';
import { OPENNESS_STATES } from './openness.ts';
import { OPENNESS_CELLS } from './openness-cells.ts';
import { PROJECT_KINDS } from './project.ts';
import { STATUS_STATES } from './status.ts';
import { STAGE_STATES } from './training.ts';

const url = z.url();
const date = z.string().regex(/^\d{4}-\d{2}(?:-\d{2})?$/);
const stage = z.enum(STAGE_STATES);
const openness = z.enum([...OPENNESS_STATES, 'none']);
const opennessCells = Object.fromEntries(OPENNESS_CELLS.map((cell) => [cell, openness])) as Record<
  (typeof OPENNESS_CELLS)[number],
  typeof openness
>;
const license = z.string().describe('许可证 id，或 unknown | unlicensed | not-released');

const count = z.int().positive();

/** The shape of a transformer, published with a version; `null` is unknown. */
const publishedArchitectureSchema = z.strictObject({
  layers: count.describe('层数'),
  attentionLayers: z.int().nonnegative().describe('带 KV 缓存的层数，没有注意力的是 0'),
  hiddenSize: count.nullable().describe('隐藏维度'),
  attentionHeads: count.nullable().describe('注意力头数'),
  keyValueHeads: count.nullable().describe('键值头数'),
  headDim: count.nullable().describe('每个头的维度'),
  latentKvDim: count.nullable().describe('MLA：每层每个 token 缓存的元素个数'),
  slidingWindow: z.strictObject({ tokens: count, layers: count }).nullable().describe('滑动窗口的长度（token）和层数'),
});

/**
 * A project as `/api/v1/` publishes it. A field is never dropped within v1; what is not known is `null`
 * or `"unknown"`, and an empty list means "none".
 */
export const publishedProjectSchema = z
  .strictObject({
    id: z.string(),
    url: url.describe('条目页面'),
    name: z.string(),
    zhName: z.string().nullable(),
    aliases: z.array(z.string()),
    categories: z.array(z.string()).min(1),
    kind: z.enum(PROJECT_KINDS),
    organizations: z.array(z.string()).min(1),
    released: date.nullable().describe('首次公开的日期，YYYY-MM-DD 或 YYYY-MM'),
    summary: z.string(),
    links: z.strictObject({
      repo: url.nullable(),
      movedFrom: z.array(url),
      repoSharedWith: z.array(z.string()).describe('同一仓库里的其他条目'),
      weights: z.array(url),
      paper: url.nullable(),
      demo: url.nullable(),
      homepage: url.nullable(),
      data: url.nullable(),
    }),
    repository: repositoryRecordSchema
      .omit({ repo: true, etag: true })
      .nullable()
      .describe('仓库在 GitHub 上的样子，checked 那天的快照；没有问过的为 null'),
    variants: z
      .array(
        z.strictObject({
          name: z.string(),
          parameters: z.int().positive().nullable().describe('总参数量，个'),
          activeParameters: z.int().positive().nullable().describe('混合专家模型每个 token 激活的参数量，个'),
          contextLength: z.int().positive().nullable().describe('上下文长度，token'),
          architecture: publishedArchitectureSchema.nullable().describe('结构'),
          license: z.string().nullable().describe('与 licenses.weights 不同时的权重许可证 id'),
        }),
      )
      .nullable(),
    lineage: z
      .array(
        z.strictObject({
          from: z.string().describe('条目 id；external 为 true 时是名字'),
          relation: z.enum(RELATIONS),
          external: z.boolean(),
          variants: z.array(z.string()).nullable().describe('只对这些尺寸或版本成立；null 表示全部'),
          fromVariant: z.string().nullable().describe('来自上游的哪个尺寸或版本'),
          license: z.string().nullable().describe('external 上游的权重许可证 id'),
          relicensed: z.boolean().describe('上游的权利人自己换了许可证发布，上游的条款不再传下来'),
          note: z.string().nullable(),
        }),
      )
      .nullable()
      .describe('null 未知，空列表表示没有上游'),
    languages: z.array(z.string()).nullable(),
    modalities: z.strictObject({ input: z.array(z.enum(MODALITIES)), output: z.array(z.enum(MODALITIES)) }).nullable(),
    training: z.strictObject({ pretraining: stage, sft: stage, rewardModel: stage, rlhf: stage }),
    licenses: z.strictObject({ code: license, weights: license, data: license }),
    commercialUse: z
      .strictObject({ verdict: z.enum(VERDICTS), because: z.array(z.string()).min(1).describe('理由，一步一句') })
      .describe('按自己的许可证和谱系算出的结论，不是法律意见'),
    openness: z
      .strictObject(opennessCells)
      .nullable()
      .describe(
        'open 开放 | partly 部分 | closed 不开放 | unknown 未知 | none 不适用；规则见 /openness/。虚构的项目为 null',
      ),
    hardware: z
      .array(
        z.strictObject({
          task: z.enum(HARDWARE_TASKS),
          precision: z.enum(PRECISIONS).nullable(),
          vramGb: z.number().positive().describe('显存合计，GB'),
          basis: z.enum(['measured', 'computed']),
          figure: z.enum(HARDWARE_FIGURES).nullable().describe('used 实际占用 | card 显卡容量 | weights 只算权重'),
          method: z.enum(FINETUNING_METHODS).nullable().describe('微调方法'),
          variant: z.string().nullable(),
          contextLength: z.int().positive().nullable(),
          batchSize: z.int().positive().nullable().describe('测这个数时的批大小'),
          note: z.string().nullable(),
        }),
      )
      .nullable(),
    status: z.strictObject({
      state: z.enum([...STATUS_STATES, 'unknown']),
      since: date.nullable(),
      by: z.string().nullable(),
      reason: z.string().nullable(),
      mirror: url.nullable(),
    }),
    claims: z.array(
      z.strictObject({
        text: z.string(),
        by: z.string().nullable(),
        method: z.string().nullable(),
        verdict: z.enum(CLAIM_VERDICTS),
        evidence: z.string().describe('本条目 evidence 里的 id'),
      }),
    ),
    changes: z.array(z.strictObject({ date, kind: z.enum(CHANGE_KINDS), text: z.string() })),
    evidence: z
      .array(
        z.strictObject({
          id: z.string(),
          url,
          title: z.string().nullable(),
          accessed: date,
          supports: z.array(z.enum(FACT_PATHS)),
        }),
      )
      .min(1),
  })
  .describe('ChatGPT 开源替代项目目录里的一个项目（v1）');

export type PublishedProject = z.output<typeof publishedProjectSchema>;
