import { z } from 'zod';
import { daySchema } from './dates.ts';
import { idSchema } from './ids.ts';
import { urlSchema } from './url.ts';

const repo = urlSchema.describe('条目里写的仓库地址');

/** What GitHub said about the repository of one project, and the day it said so. */
export const repositoryRecordSchema = z
  .strictObject({
    repo,
    id: z.int().positive().describe('GitHub 的仓库编号，改名也不变'),
    fullName: z
      .string()
      .regex(/^[\w.-]+\/[\w.-]+$/)
      .describe('现在的 OWNER/NAME'),
    stars: z.int().nonnegative().describe('星数'),
    pushed: daySchema.nullable().describe('最近一次推送；空仓库为 null'),
    archived: z.boolean().describe('是否归档'),
    license: z
      .string()
      .regex(/^[\w.+-]+$/)
      .nullable()
      .describe('GitHub 识别出的 SPDX 标识；NOASSERTION 有文件但认不出；null 没有找到文件'),
    checked: daySchema.describe('这一天 GitHub 这样说'),
    etag: z.string().min(1).nullable().describe('下次问“变了没有”用'),
  })
  .describe('一个项目的仓库');

export type RepositoryRecord = z.output<typeof repositoryRecordSchema>;

/** A repository that could not be found, since the first day of it. */
const missingRepositorySchema = z
  .strictObject({ repo, since: daySchema.describe('从这一天起找不到') })
  .describe('找不到的仓库');

/** `content/_generated/github.json`: written by `npm run refresh`, never by hand. Keys are project ids. */
export const githubSnapshotSchema = z
  .strictObject({
    version: z.literal(1),
    repositories: z.record(idSchema, repositoryRecordSchema),
    missing: z.record(idSchema, missingRepositorySchema),
  })
  .describe('GitHub 快照');

export type GitHubSnapshot = z.output<typeof githubSnapshotSchema>;

/** A snapshot that knows nothing. */
export const EMPTY_SNAPSHOT: GitHubSnapshot = { version: 1, repositories: {}, missing: {} };
