import { z } from 'zod';

/** ISO 639 codes as BCP 47 writes them; `mul` where a source says "many languages" and gives no list. */
export const languageSchema = z
  .string()
  .regex(/^[a-z]{2,3}$/, { error: '语言写 ISO 639 代码：zh、en、ja …；来源只说多语言时写 mul' });

export const MODALITIES = ['text', 'image', 'audio', 'video', 'action'] as const;

/** What goes in and what comes out. */
export const modalitiesSchema = z
  .strictObject({
    input: z
      .array(z.enum(MODALITIES))
      .min(1)
      .describe('输入：text 文字 | image 图像 | audio 声音 | video 视频 | action 动作'),
    output: z
      .array(z.enum(MODALITIES))
      .min(1)
      .describe('输出：text 文字 | image 图像 | audio 声音 | video 视频 | action 动作'),
  })
  .describe('模态');
