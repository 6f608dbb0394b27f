import { z } from 'zod';
import { sizeSchema } from './dataset.ts';
import { dayOrMonthSchema } from './dates.ts';
import { evidenceItem } from './evidence.ts';
import { idSchema, licenseIdSchema, lineSchema } from './ids.ts';
import { languageSchema } from './language.ts';
import { statusSchema } from './status.ts';
import { urlSchema } from './url.ts';

/** How a leaderboard comes to its order. */
export const LEADERBOARD_METHODS = ['exam', 'human-preference', 'model-judge', 'mixed', 'survey'] as const;

/** Facts of a leaderboard that an evidence item can support. */
export const LEADERBOARD_FACT_PATHS = [
  'name',
  'zhName',
  'aliases',
  'organizations',
  'released',
  'links',
  'languages',
  'measures',
  'method',
  'judge',
  'size',
  'licenses',
  'licenses.code',
  'licenses.data',
  'status',
] as const;

/** `content/leaderboards/<id>.md`: a place that ranks models, and how far its numbers go. */
export const leaderboardSchema = z
  .strictObject({
    name: lineSchema.describe('榜单自己的写法'),
    zhName: lineSchema.optional().describe('中文名'),
    aliases: z.array(lineSchema).default([]).describe('别人可能输入的每个名字'),
    organizations: z.array(idSchema).min(1).describe('机构 id，见 content/organizations'),
    released: dayOrMonthSchema.optional().describe('首次公开的日期'),
    summary: lineSchema
      .min(20, { error: '一句话简介至少 20 字' })
      .max(80, { error: '一句话简介最多 80 字' })
      .describe('一句话说明它量什么，中文，20–80 字'),
    links: z
      .strictObject({
        homepage: urlSchema.describe('榜单页面'),
        repo: urlSchema.optional().describe('代码仓库'),
        paper: urlSchema.optional().describe('论文'),
        data: urlSchema.optional().describe('题目或数据'),
      })
      .describe('链接'),
    languages: z.array(languageSchema).min(1).optional().describe('题目的语言'),
    measures: lineSchema.describe('量的是什么，一句话'),
    method: z
      .enum(LEADERBOARD_METHODS)
      .describe(
        'exam 客观题自动判分 | human-preference 真人对战投票 | model-judge 由模型打分 | mixed 几种都有 | survey 逐项查资料（不是能力评测）',
      ),
    judge: lineSchema.optional().describe('由模型打分时，用哪个模型'),
    size: z.array(sizeSchema).min(1).optional().describe('题量或票数'),
    licenses: z
      .strictObject({
        code: licenseIdSchema.default('unknown').describe('代码的许可证 id，或 unknown | unlicensed | not-released'),
        data: licenseIdSchema.default('unknown').describe('题目的许可证 id，取值同上'),
      })
      .describe('许可证'),
    status: statusSchema.optional(),
    evidence: z.array(evidenceItem(LEADERBOARD_FACT_PATHS)).min(1).describe('证据，至少一条'),
  })
  .describe('一个榜单');

export type AuthoredLeaderboard = z.output<typeof leaderboardSchema>;
