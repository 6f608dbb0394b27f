import { z } from 'zod';

const count = z.int().positive();

/**
 * The shape of a transformer, as far as its memory depends on it. What the key-value cache takes per token is
 * 2 × attention layers × key-value heads × head dimension elements, or attention layers × `latentKvDim` where the
 * model stores a compressed latent instead (multi-head latent attention).
 */
export const architectureSchema = z
  .strictObject({
    layers: count.describe('层数'),
    attentionLayers: z
      .int()
      .nonnegative()
      .optional()
      .describe('其中带 KV 缓存的层数；每层都带的不写，没有注意力的（RWKV、Mamba）写 0'),
    hiddenSize: count.optional().describe('隐藏维度'),
    attentionHeads: count.optional().describe('注意力头数（查询头）'),
    keyValueHeads: count.optional().describe('键值头数：多头注意力等于头数，分组查询少于头数，多查询是 1'),
    headDim: count.optional().describe('每个头的维度'),
    latentKvDim: count
      .optional()
      .describe('只用于 MLA：每层每个 token 缓存的元素个数，kv_lora_rank 加 qk_rope_head_dim'),
    slidingWindow: z
      .strictObject({
        tokens: count.describe('窗口长度，单位 token'),
        layers: count.describe('用滑动窗口的层数'),
      })
      .optional()
      .describe('滑动窗口注意力：这些层只缓存最近的若干个 token'),
  })
  .refine(({ layers, attentionLayers }) => (attentionLayers ?? 0) <= layers, {
    error: '带 KV 缓存的层数不能多于层数',
    path: ['attentionLayers'],
  })
  .refine(
    ({ attentionHeads, keyValueHeads }) => !attentionHeads || !keyValueHeads || attentionHeads % keyValueHeads === 0,
    {
      error: '头数要能被键值头数整除',
      path: ['keyValueHeads'],
    },
  )
  .refine(
    ({ layers, attentionLayers, slidingWindow }) =>
      slidingWindow === undefined || slidingWindow.layers <= (attentionLayers ?? layers),
    { error: '用滑动窗口的层数不能多于带 KV 缓存的层数', path: ['slidingWindow', 'layers'] },
  )
  .describe('结构：算 KV 缓存和微调激活要用的数，来自配置文件、论文或 README');
