import { z } from 'zod';
import { dayOrMonthSchema } from './dates.ts';
import { lineSchema } from './ids.ts';

export const CHANGE_KINDS = ['added', 'released', 'updated', 'license', 'status', 'moved', 'corrected'] as const;

/** Something a reader of the feed wants to know. */
export const changeSchema = z
  .strictObject({
    date: dayOrMonthSchema.describe('哪天'),
    kind: z
      .enum(CHANGE_KINDS)
      .describe(
        'added 收进目录 | released 发新版 | updated 事实有更新 | license 许可证变了 | status 现状变了 | moved 仓库搬家 | corrected 勘误',
      ),
    text: lineSchema.describe('一句话'),
  })
  .describe('一次变动');
