import { z } from 'zod';
import { idSchema } from './ids.ts';
import { urlSchema } from './url.ts';

/** Where the project lives. */
export const linksSchema = z
  .strictObject({
    repo: urlSchema.optional().describe('代码仓库，规范写法：https://github.com/OWNER/NAME，不带 .git'),
    movedFrom: z.array(urlSchema).optional().describe('以前的仓库地址'),
    repoSharedWith: z
      .array(idSchema)
      .optional()
      .describe('同一仓库里还有别的条目（通常是同一家族的另一代）时，写它们的 id'),
    weights: z.array(urlSchema).min(1).optional().describe('权重下载页'),
    paper: urlSchema.optional().describe('论文或技术报告'),
    demo: urlSchema.optional().describe('在线演示'),
    homepage: urlSchema.optional().describe('项目主页或发布博文'),
    data: urlSchema.optional().describe('训练数据'),
  })
  .describe('链接；repo 和 weights 至少写一个');
