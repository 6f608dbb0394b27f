import { z } from 'zod';
import { DATA_ORIGINS, DATASET_KINDS, DATASET_FACT_PATHS, SIZE_UNITS } from './dataset.ts';
import { LEADERBOARD_FACT_PATHS, LEADERBOARD_METHODS } from './leaderboard.ts';
import { STATUS_STATES } from './status.ts';

const url = z.url();
const date = z.string().regex(/^\d{4}-\d{2}(?:-\d{2})?$/);
const license = z.string().describe('许可证 id，或 unknown | unlicensed | not-released');

const size = z
  .array(z.strictObject({ count: z.int().positive(), unit: z.enum(SIZE_UNITS), note: z.string().nullable() }))
  .nullable()
  .describe('规模，可以分几部分');

const status = z.strictObject({
  state: z.enum([...STATUS_STATES, 'unknown']),
  since: date.nullable(),
  by: z.string().nullable(),
  reason: z.string().nullable(),
  mirror: url.nullable(),
});

function evidence<Path extends string>(paths: readonly [Path, ...Path[]]) {
  return z
    .array(
      z.strictObject({
        id: z.string(),
        url,
        title: z.string().nullable(),
        accessed: date,
        supports: z.array(z.enum(paths)),
      }),
    )
    .min(1);
}

/** What datasets and leaderboards have alike. */
const common = {
  id: z.string(),
  url: url.describe('页面'),
  name: z.string(),
  zhName: z.string().nullable(),
  aliases: z.array(z.string()),
  organizations: z.array(z.string()).min(1),
  released: date.nullable(),
  summary: z.string(),
  languages: z.array(z.string()).nullable(),
  size,
  status,
};

/** A dataset as `/api/v1/datasets.json` publishes it; unknown is `null` or `"unknown"`. */
export const publishedDatasetSchema = z
  .strictObject({
    ...common,
    kind: z.enum(DATASET_KINDS),
    links: z.strictObject({ data: url, repo: url.nullable(), paper: url.nullable(), homepage: url.nullable() }),
    origin: z.enum(DATA_ORIGINS).nullable(),
    generatedBy: z.array(z.strictObject({ from: z.string(), external: z.boolean() })),
    license,
    usedBy: z.array(z.string()).describe('用它训练的项目 id'),
    evidence: evidence(DATASET_FACT_PATHS),
  })
  .describe('ChatGPT 开源替代项目目录里的一个数据集（v1）');

/** A leaderboard as `/api/v1/leaderboards.json` publishes it; unknown is `null` or `"unknown"`. */
export const publishedLeaderboardSchema = z
  .strictObject({
    ...common,
    links: z.strictObject({ homepage: url, repo: url.nullable(), paper: url.nullable(), data: url.nullable() }),
    measures: z.string(),
    method: z.enum(LEADERBOARD_METHODS),
    judge: z.string().nullable(),
    licenses: z.strictObject({ code: license, data: license }),
    evidence: evidence(LEADERBOARD_FACT_PATHS),
  })
  .describe('ChatGPT 开源替代项目目录里的一个榜单（v1）');

export type PublishedDataset = z.output<typeof publishedDatasetSchema>;
export type PublishedLeaderboard = z.output<typeof publishedLeaderboardSchema>;
