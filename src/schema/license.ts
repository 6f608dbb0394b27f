import { z } from 'zod';
import { sourceSchema } from './evidence.ts';
import { lineSchema } from './ids.ts';
import { urlSchema } from './url.ts';

/** May it be used commercially? Ordered from the most to the least permissive answer by {@link VERDICT_STRICTNESS}. */
export const VERDICTS = ['allowed', 'conditional', 'forbidden', 'unknown'] as const;

export type Verdict = (typeof VERDICTS)[number];

/** Yes, no, or not found out: three answers, never two. */
const TRISTATE = ['yes', 'no', 'unknown'] as const;

const LICENSE_FAMILIES = [
  'permissive',
  'copyleft',
  'creative-commons',
  'responsible-ai',
  'community',
  'research-only',
  'custom',
] as const;

const tristate = z.enum(TRISTATE).default('unknown');

/** `content/licenses/<id>.yml`: what a licence permits, in plain words. */
export const licenseSchema = z
  .strictObject({
    name: lineSchema.describe('许可证全名'),
    spdx: lineSchema.optional().describe('SPDX 标识；没有就不写'),
    family: z
      .enum(LICENSE_FAMILIES)
      .describe(
        'permissive 宽松 | copyleft 著佐权 | creative-commons 知识共享 | responsible-ai 带用途限制（RAIL） | community 厂商社区许可 | research-only 仅限研究 | custom 其他自定义',
      ),
    commercialUse: z
      .enum(VERDICTS)
      .describe('allowed 可商用（最多要求署名） | conditional 满足条件才可 | forbidden 不可 | unknown 没查清'),
    conditions: z.array(lineSchema).default([]).describe('商用或再分发的条件，每条一句；商用有条件时至少写一条'),
    registration: tristate.describe('商用前要不要登记或申请：yes 要 | no 不要 | unknown 没查清'),
    derivatives: z
      .enum(VERDICTS)
      .default('unknown')
      .describe('能不能改了再发布：allowed 可以 | conditional 有条件 | forbidden 不可以 | unknown 没查清'),
    shareAlike: tristate.describe('衍生品是否要用同样的许可证：yes 要 | no 不要 | unknown 没查清'),
    useRestrictions: tristate.describe('有没有用途限制清单：yes 有 | no 没有 | unknown 没查清'),
    outputRestriction: tristate.describe('是否禁止用输出训练其他模型：yes 禁止 | no 不禁止 | unknown 没查清'),
    summary: lineSchema.describe('一两句大白话'),
    text: urlSchema.describe('许可证正文'),
    sources: z.array(sourceSchema).min(1).describe('来源'),
  })
  .refine((license) => license.commercialUse !== 'conditional' || license.conditions.length > 0, {
    error: '商用有条件（conditional）时，conditions 至少写一条',
    path: ['conditions'],
  })
  .describe('一份许可证');

export type AuthoredLicense = z.output<typeof licenseSchema>;
