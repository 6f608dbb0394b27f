import { describe, expect, it } from 'vitest';
import type { Architecture } from '../../../../src/domain/catalog/model.ts';
import {
  ALLOWANCE,
  bytesReadPerToken,
  GB,
  inferenceNeed,
  kvCacheBytes,
  NF4_BITS,
  trainingNeed,
  weightBytes,
} from '../../../../src/domain/hardware/memory.ts';
import { bitsOfPrecision, formatById } from '../../../../src/domain/hardware/precision.ts';
import { boundShape, LEAST_ASPECT, memoryShape, widthBound } from '../../../../src/domain/hardware/shape.ts';

const architecture = (facts: Partial<Architecture>): Architecture => ({
  layers: 32,
  attentionLayers: 32,
  hiddenSize: 4096,
  attentionHeads: 32,
  keyValueHeads: 32,
  headDim: 128,
  latentKvDim: null,
  slidingWindow: null,
  ...facts,
});

describe('weights', () => {
  // The table of llama.cpp's tools/quantize/README.md: sizes of Llama 3.1 as F32 and as Q4_K_M, in 10⁹ bytes.
  it.each([
    [32.1, 4.9],
    [280.9, 43.1],
    [1625.1, 249.1],
  ])('of a model of %d GB in F32 take %d GB at Q4_K_M, as published', (full, quantized) => {
    const parameters = (full * 1e9) / 4;
    expect(weightBytes(parameters, formatById('4')!.bitsPerWeight) / 1e9 / quantized).toBeCloseTo(1, 2);
  });

  it('take two bytes a parameter at half precision, whatever the half is called', () => {
    expect(weightBytes(7e9, bitsOfPrecision('fp16')!)).toBe(14e9);
    expect(bitsOfPrecision('bf16')).toBe(16);
    expect(bitsOfPrecision('fp32')).toBe(32);
    expect(bitsOfPrecision('mixed')).toBeUndefined();
    expect(bitsOfPrecision(undefined)).toBeUndefined();
  });

  it('of all experts are stored, of the active ones read', () => {
    expect(inferenceNeed(671e9, 16, boundShape(671e9, 37e9), 1).weights).toBe(1342e9);
    expect(bytesReadPerToken(671e9, 37e9, 16)).toBe(74e9);
    expect(bytesReadPerToken(7e9, null, 16)).toBe(14e9);
  });
});

describe('key-value cache', () => {
  it('of LLaMA 7B is what its FAQ says: 2 · 2 · 32 · 32 · 1024 · 32 · 128 bytes', () => {
    expect(kvCacheBytes(memoryShape(architecture({}))!, 1024, 32)).toBe(2 * 2 * 32 * 32 * 1024 * 32 * 128);
  });

  it('shrinks with the heads that share keys and values', () => {
    expect(memoryShape(architecture({ keyValueHeads: 8 }))!.kvPerToken).toBe(2 * 32 * 8 * 128);
  });

  it('stores one latent a layer in multi-head latent attention', () => {
    const shape = memoryShape(architecture({ layers: 61, attentionLayers: 61, latentKvDim: 576, headDim: null }))!;
    expect(shape.kvPerToken).toBe(61 * 576);
  });

  it('does not grow beyond the window in layers that have one', () => {
    const shape = memoryShape(architecture({ slidingWindow: { tokens: 1024, layers: 24 } }))!;
    const perLayer = 2 * 32 * 128 * 2;
    expect(kvCacheBytes(shape, 512)).toBe(32 * perLayer * 512);
    expect(kvCacheBytes(shape, 8192)).toBe(8 * perLayer * 8192 + 24 * perLayer * 1024);
  });

  it('counts only the layers that have attention', () => {
    expect(kvCacheBytes(memoryShape(architecture({ attentionLayers: 4 }))!, 100)).toBe(4 * 2 * 32 * 128 * 2 * 100);
    expect(kvCacheBytes(memoryShape(architecture({ attentionLayers: 0, keyValueHeads: null }))!, 100)).toBe(0);
  });

  it('is not known where the heads are not', () => {
    expect(memoryShape(architecture({ keyValueHeads: null }))).toBeUndefined();
    expect(memoryShape(architecture({ headDim: null }))).toBeUndefined();
  });
});

describe('bound of an unknown architecture', () => {
  it('is L · d for a model that is exactly as narrow as reckoned with', () => {
    const [layers, hidden] = [30, 30 * LEAST_ASPECT];
    expect(widthBound(12 * layers * hidden ** 2, null)).toBeCloseTo(layers * hidden, 3);
  });

  it('reckons with the attention alone of the active parameters in a mixture of experts', () => {
    const [layers, hidden] = [30, 30 * LEAST_ASPECT];
    expect(widthBound(1e12, 4 * layers * hidden ** 2)).toBeCloseTo(layers * hidden, 3);
  });
});

describe('fine-tuning', () => {
  it('of 7.5 billion parameters takes the 120 GB of weights, gradients and states that the ZeRO paper gives', () => {
    const { weights, training } = trainingNeed(7.5e9, 'full', 0, 2048);
    expect(weights + training).toBe(120e9);
  });

  it('of 65 billion parameters with QLoRA fits the 48 GB card that its README names', () => {
    expect(trainingNeed(65.2e9, 'qlora', 80 * 8192, 512).total / GB).toBeLessThan(48);
    expect(trainingNeed(65.2e9, 'lora', 80 * 8192, 512).total / GB).toBeGreaterThan(48);
  });

  it('freezes the weights at the bits that are said', () => {
    expect(trainingNeed(8e9, 'lora', 0, 1).weights).toBe(16e9);
    expect(trainingNeed(8e9, 'lora', 0, 1, 1, 8).weights).toBe(8e9);
    expect(trainingNeed(8e9, 'qlora', 0, 1).weights).toBe(1e9 * NF4_BITS);
  });

  it('keeps two bytes of activations a layer, token and sample', () => {
    expect(trainingNeed(7e9, 'lora', 32 * 4096, 2048, 4).activations).toBe(2 * 2048 * 4 * 32 * 4096);
  });
});

it('adds the allowance to the sum of the parts', () => {
  const need = inferenceNeed(7e9, 16, memoryShape(architecture({}))!, 2048);
  expect(need.allowance).toBeCloseTo(ALLOWANCE.fixed + ALLOWANCE.share * (need.weights + need.kv), 0);
  expect(need.total).toBe(need.weights + need.kv + need.allowance);
});
