import { z } from 'zod';
import { dayOrMonthSchema } from './dates.ts';
import { idSchema, lineSchema } from './ids.ts';
import { urlSchema } from './url.ts';

export const STATUS_STATES = ['active', 'archived', 'superseded', 'unavailable', 'hoax'] as const;

/** What became of the project. */
export const statusSchema = z
  .strictObject({
    state: z
      .enum(STATUS_STATES)
      .describe('active 在维护 | archived 已归档或停更 | superseded 有后继 | unavailable 已下线 | hoax 不是真的'),
    since: dayOrMonthSchema.optional().describe('从哪天起'),
    by: idSchema.optional().describe('后继条目的 id；目录里没有的写在 reason 里'),
    reason: lineSchema.optional().describe('一句原因'),
    mirror: urlSchema.optional().describe('下线后还能看到内容的地方'),
  })
  .describe('现状');
