import { z } from 'zod';
import { daySchema } from './dates.ts';
import { lineSchema } from './ids.ts';
import { urlSchema } from './url.ts';

/** An address or a whole host that the link checker does not ask, why, and until when. */
export const linkExceptionSchema = z
  .strictObject({
    url: urlSchema.optional().describe('一个地址'),
    host: z
      .string()
      .regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, { error: 'host 只写主机名，小写，例如 example.org' })
      .optional()
      .describe('整个主机'),
    reason: lineSchema.describe('为什么不查，一句话'),
    until: daySchema.describe('到哪天为止；过了要重新看一次'),
  })
  .refine(({ url, host }) => (url === undefined) !== (host === undefined), {
    error: 'url 和 host 写一个，只写一个',
    path: ['url'],
  })
  .describe('查链接时跳过的地址');

export type LinkException = z.output<typeof linkExceptionSchema>;
