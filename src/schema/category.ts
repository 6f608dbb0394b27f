import { z } from 'zod';
import { lineSchema } from './ids.ts';

/** Front matter of `content/categories/<id>.md`. */
export const categorySchema = z
  .strictObject({
    name: lineSchema.describe('分类名，如 自主模型'),
    order: z.int().describe('在列表里的次序，小的在前'),
    summary: lineSchema.describe('一句话说明这一类收什么'),
  })
  .describe('一个分类');

export type AuthoredCategory = z.output<typeof categorySchema>;
