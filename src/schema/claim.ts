import { z } from 'zod';
import { idSchema, lineSchema } from './ids.ts';

export const CLAIM_VERDICTS = ['self-reported', 'reproduced', 'disputed', 'refuted'] as const;

/** A loud claim and what became of it. */
export const claimSchema = z
  .strictObject({
    text: lineSchema.describe('说法本身，用自己的话'),
    by: lineSchema.optional().describe('谁说的'),
    method: lineSchema.optional().describe('怎么量的：什么题、谁打分、多少样本'),
    verdict: z
      .enum(CLAIM_VERDICTS)
      .describe('self-reported 只有自报 | reproduced 有人复现 | disputed 有争议 | refuted 被推翻'),
    evidence: idSchema.describe('支持这条判断的证据 id'),
  })
  .describe('一条响亮的说法');
