import type { PRECISIONS } from '../../schema/hardware.ts';

type CatalogPrecision = (typeof PRECISIONS)[number];

/** One way of storing weights. */
export interface WeightFormat {
  /** Also the key in the address and in the dictionary. */
  id: string;
  /** Bits that one parameter takes in the file, scales and the layers that stay at a higher precision included. */
  bitsPerWeight: number;
  /** Precisions that projects state their figures at and that this format stands for. */
  matches: readonly CatalogPrecision[];
}

/**
 * The formats that can be chosen, from the widest to the narrowest. 16 bits are what half precision is; the others are
 * the bits per weight that llama.cpp measures for Llama 3.1 8B in the formats Q8_0, Q6_K, Q5_K_M, Q4_K_M, IQ3_M and
 * IQ2_M: https://github.com/ggml-org/llama.cpp/blob/master/tools/quantize/README.md (read 2026-11-24).
 */
export const WEIGHT_FORMATS = [
  { id: '16', bitsPerWeight: 16, matches: ['fp16', 'bf16'] },
  { id: '8', bitsPerWeight: 8.5008, matches: ['int8', 'fp8'] },
  { id: '6', bitsPerWeight: 6.5633, matches: [] },
  { id: '5', bitsPerWeight: 5.7036, matches: [] },
  { id: '4', bitsPerWeight: 4.8944, matches: ['int4'] },
  { id: '3', bitsPerWeight: 3.7628, matches: ['int3'] },
  { id: '2', bitsPerWeight: 2.9294, matches: ['int2'] },
] as const satisfies readonly WeightFormat[];

/** Finds a format by its id; undefined where there is none. */
export function formatById(id: string): WeightFormat | undefined {
  return WEIGHT_FORMATS.find((format) => format.id === id);
}

/** Bits per weight for the precision that a project states; undefined where it does not say how the weights are stored. */
export function bitsOfPrecision(precision: CatalogPrecision | undefined): number | undefined {
  if (precision === 'fp32') return 32;
  // One byte a parameter: the scales of FP8 checkpoints are few.
  if (precision === 'fp8') return 8;
  return WEIGHT_FORMATS.find(({ matches }) => (matches as readonly unknown[]).includes(precision))?.bitsPerWeight;
}
