import { z } from 'zod';
import { sourceSchema } from './evidence.ts';
import { lineSchema } from './ids.ts';
import { urlSchema } from './url.ts';

const ORGANIZATION_KINDS = ['company', 'university', 'lab', 'community', 'individual'] as const;

/** `content/organizations/<id>.yml`. */
export const organizationSchema = z
  .strictObject({
    name: lineSchema.describe('机构自己的写法'),
    zhName: lineSchema.optional().describe('中文名'),
    aliases: z.array(lineSchema).default([]).describe('其他叫法'),
    kind: z
      .enum(ORGANIZATION_KINDS)
      .describe('company 公司 | university 高校 | lab 实验室或研究所 | community 社区 | individual 个人'),
    homepage: urlSchema.optional().describe('主页'),
    github: urlSchema.optional().describe('GitHub 主页'),
    sources: z.array(sourceSchema).default([]).describe('来源'),
  })
  .describe('一个机构');

export type AuthoredOrganization = z.output<typeof organizationSchema>;
