import { z } from 'zod';
import { lineSchema } from './ids.ts';

export const HARDWARE_TASKS = ['inference', 'finetuning', 'training'] as const;
export const PRECISIONS = ['fp32', 'fp16', 'bf16', 'fp8', 'int8', 'int4', 'int3', 'int2', 'mixed'] as const;

/** How a model is fine-tuned: which weights get gradients, and at what precision the frozen ones stand by. */
export const FINETUNING_METHODS = ['full', 'lora', 'qlora', 'p-tuning', 'adapter'] as const;

/** What a figure is: memory really taken, the capacity of the card or cards that were used or asked for, or weights alone. */
export const HARDWARE_FIGURES = ['used', 'card', 'weights'] as const;

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
    figure: z
      .enum(HARDWARE_FIGURES)
      .optional()
      .describe('used 实际占用 | card 所用或要求的显卡容量，不是占用 | weights 只算权重；不清楚就不填'),
    method: z
      .enum(FINETUNING_METHODS)
      .optional()
      .describe(
        '微调方法：full 全参数 | lora 低秩旁路（LoRA） | qlora 底座量化后做 LoRA | p-tuning 软提示（P-Tuning） | adapter 其他小模块',
      ),
    variant: lineSchema.optional().describe('对应 variants 里的哪个名字'),
    contextLength: z.int().positive().optional().describe('测这个数时的上下文长度，单位 token'),
    batchSize: z.int().positive().optional().describe('测这个数时的批大小；1 和没说明的都不写'),
    note: lineSchema.optional().describe('条件，例如显卡型号、方法（LoRA、P-Tuning v2）'),
  })
  .describe('一条显存需求');
