import type { MemoryShape } from './shape.ts';

/** Bytes in a gigabyte as graphics cards are sold and tools report it: 2³⁰. */
export const GB = 2 ** 30;

/** Bytes of an element of the key-value cache: half precision. */
const KV_BYTES = 2;

/** The parts of a need for memory, in bytes. */
export interface MemoryNeed {
  weights: number;
  /** Key-value cache. */
  kv: number;
  /** Gradients and optimizer states, and what an adapter takes; 0 in inference. */
  training: number;
  /** Activations kept for the backward pass; 0 in inference. */
  activations: number;
  /** What the runtime itself takes. */
  allowance: number;
  total: number;
}

/** Bytes of the weights: every parameter counts, those of experts that are not active too. */
export function weightBytes(parameters: number, bitsPerWeight: number): number {
  return (parameters * bitsPerWeight) / 8;
}

/**
 * Bytes of the key-value cache: elements a token × tokens × 2 bytes × batch. The same relation as in LLaMA's FAQ
 * (2 · 2 · layers · batch · context · heads · head dimension):
 * https://github.com/meta-llama/llama/blob/llama_v1/FAQ.md
 */
export function kvCacheBytes(shape: MemoryShape, contextLength: number, batchSize = 1): number {
  const windowTokens = Math.min(contextLength, shape.window);
  const elements = shape.kvPerToken * contextLength + shape.kvPerWindowToken * windowTokens;
  return elements * KV_BYTES * batchSize;
}

/** Fixed part of the allowance, in bytes. */
const ALLOWANCE_FIXED = 0.5 * GB;
/** Part of the allowance that grows with the rest. */
const ALLOWANCE_SHARE = 0.05;

/**
 * What is added for the runtime (context of the driver, buffers of a forward pass): 0.5 GB and 5 % of the rest. An
 * assumption of this site, chosen against the published figures that the formula page lists; EleutherAI calls the overhead
 * "≤ 20 %": https://blog.eleuther.ai/transformer-math/
 */
function withAllowance(parts: Omit<MemoryNeed, 'allowance' | 'total'>): MemoryNeed {
  const sum = parts.weights + parts.kv + parts.training + parts.activations;
  const allowance = ALLOWANCE_FIXED + ALLOWANCE_SHARE * sum;
  return { ...parts, allowance, total: sum + allowance };
}

/** What the allowance is made of, for the page that explains it: bytes, and a share of the rest. */
export const ALLOWANCE = { fixed: ALLOWANCE_FIXED, share: ALLOWANCE_SHARE } as const;

/** Memory for generating text at a precision and context length, in bytes. */
export function inferenceNeed(
  parameters: number,
  bitsPerWeight: number,
  shape: MemoryShape,
  contextLength: number,
  batchSize = 1,
): MemoryNeed {
  return withAllowance({
    weights: weightBytes(parameters, bitsPerWeight),
    kv: kvCacheBytes(shape, contextLength, batchSize),
    training: 0,
    activations: 0,
  });
}

/** Bytes a parameter takes while it is trained with Adam in mixed precision, by what they are for. */
export const TRAINING_BYTES = { weights: 2, gradients: 2, master: 4, momentum: 4, variance: 4 } as const;

/** All of a parameter's bytes beside its half-precision weight. */
const STATE_BYTES =
  TRAINING_BYTES.gradients + TRAINING_BYTES.master + TRAINING_BYTES.momentum + TRAINING_BYTES.variance;

/** Share of the parameters that an adapter is taken to have: an assumption, above what rank 16 on all layers comes to. */
export const ADAPTER_SHARE = 0.01;

/** Bits of a weight in 4-bit NormalFloat with double quantization: 4 + 0.127 (QLoRA, https://arxiv.org/abs/2305.14314). */
export const NF4_BITS = 4.127;

export const TRAINING_METHODS = ['full', 'lora', 'qlora'] as const;
export type TrainingMethod = (typeof TRAINING_METHODS)[number];

/**
 * Memory for fine-tuning, in bytes, batch size 1 unless said otherwise, with activations recomputed layer by layer.
 * `width` is layers × hidden size; `frozenBits` says at how many bits the weights stand by that get no gradients.
 *
 * - `full`: 16 bytes a parameter (2 weight, 2 gradient, 12 optimizer: ZeRO, https://arxiv.org/abs/1910.02054, section 3.1).
 * - `lora`: frozen weights at 2 bytes, and those 16 bytes for the adapter alone.
 * - `qlora`: frozen weights at {@link NF4_BITS}, and the adapter likewise.
 *
 * Activations: 2 bytes × tokens × hidden size × layers with full recomputation
 * (https://blog.eleuther.ai/transformer-math/, after Korthikanti et al. 2022).
 */
export function trainingNeed(
  parameters: number,
  method: TrainingMethod,
  width: number,
  contextLength: number,
  batchSize = 1,
  frozenBits = method === 'qlora' ? NF4_BITS : 16,
): MemoryNeed {
  const adapter = parameters * ADAPTER_SHARE * (TRAINING_BYTES.weights + STATE_BYTES);
  return withAllowance({
    weights: weightBytes(parameters, frozenBits),
    kv: 0,
    training: method === 'full' ? parameters * STATE_BYTES : adapter,
    activations: 2 * contextLength * width * batchSize,
  });
}

/**
 * Bytes of weights that are read for each generated token: of a mixture of experts only the active parameters. The speed
 * depends on it, the memory needed does not.
 */
export function bytesReadPerToken(parameters: number, activeParameters: number | null, bitsPerWeight: number): number {
  return weightBytes(activeParameters ?? parameters, bitsPerWeight);
}
