import { z } from 'zod';
import { architectureSchema } from './architecture.ts';
import { licenseIdSchema, lineSchema } from './ids.ts';

/** A parameter count as the field writes it: a decimal number and K, M, B or T (`6.2B`, `405M`). */
const parameterSizeSchema = z
  .string({ error: '参数量写成 6.2B、405M 这样的形式（K、M、B、T）' })
  .regex(/^\d+(?:\.\d+)?[KMBT]$/, { error: '参数量写成 6.2B、405M 这样的形式（K、M、B、T）' })
  .meta({ title: '参数量' });

/** One released size or version of the model. */
export const variantSchema = z
  .strictObject({
    name: lineSchema.describe('这个尺寸或版本的名字，照项目自己的写法'),
    parameters: parameterSizeSchema.optional().describe('总参数量，如 6.2B'),
    activeParameters: parameterSizeSchema.optional().describe('混合专家模型每个 token 激活的参数量；稠密模型不写'),
    contextLength: z.int().positive().optional().describe('上下文长度，单位 token'),
    architecture: architectureSchema.optional(),
    license: licenseIdSchema.optional().describe('这个尺寸的权重许可证与 licenses.weights 不同时才写'),
  })
  .describe('一个尺寸或版本');
