import { z } from 'zod';

/** `.github/labels.yml`: the repository's labels, within GitHub's bounds for a label. */
export const labelsSchema = z.array(
  z.strictObject({
    name: z.string().min(1).max(50).describe('标签名'),
    color: z
      .string()
      .regex(/^[0-9a-f]{6}$/)
      .describe('六位十六进制颜色，不带 #'),
    description: z.string().min(1).max(100).describe('什么时候用它'),
  }),
);
