import { z } from 'zod';
import { lineSchema } from './ids.ts';

export const HARDWARE_TASKS = ['inference', 'finetuning', 'training'] as const;
export const PRECISIONS = ['fp32', 'fp16', 'bf16', 'fp8', 'int8', 'int4', 'int3', 'int2', 'mixed'] as const;

/** GPU memory for one task at one precision. */
export const hardwareSchema = z
  .strictObject({
    task: z.enum(HARDWARE_TASKS).describe('inference 推理 | finetuning 微调 | training 训练'),
    precision: z
      .enum(PRECISIONS)
      .optional()
      .describe(
        '数值精度，没写明就不填：fp32 32 位浮点 | fp16 16 位浮点 | bf16 16 位浮点（bfloat16） | fp8 8 位浮点 | int8 8 位整数 | int4 4 位整数 | int3 3 位整数 | int2 2 位整数 | mixed 混合精度',
      ),
    vramGb: z.number().positive().describe('显存，单位 GB（多卡时为合计）'),
    basis: z.enum(['measured', 'computed']).describe('measured 项目自己给出的数 | computed 按公式算的'),
    variant: lineSchema.optional().describe('对应 variants 里的哪个名字'),
    contextLength: z.int().positive().optional().describe('测这个数时的上下文长度，单位 token'),
    note: lineSchema.optional().describe('条件，例如显卡型号、方法（LoRA、P-Tuning v2）'),
  })
  .describe('一条显存需求');
