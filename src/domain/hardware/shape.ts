import type { Architecture } from '../catalog/model.ts';

/** What of a model's architecture its memory depends on, in few numbers. */
export interface MemoryShape {
  /** Elements of the key-value cache that each token of the context adds. */
  kvPerToken: number;
  /** Elements that each token adds only within a sliding window. */
  kvPerWindowToken: number;
  /** Length of that window in tokens; 0 where there is none. */
  window: number;
  /** Layers × hidden size: what a token's checkpointed activations take in training, in elements; null where unknown. */
  width: number | null;
}

/** Elements that one layer stores for one token; undefined where the architecture does not say. */
function kvPerLayer({ attentionLayers, latentKvDim, keyValueHeads, headDim }: Architecture): number | undefined {
  if (attentionLayers === 0) return 0;
  if (latentKvDim !== null) return latentKvDim;
  return keyValueHeads !== null && headDim !== null ? 2 * keyValueHeads * headDim : undefined;
}

/**
 * Reduces an architecture to the numbers that memory depends on; undefined where it is not known far enough.
 * Keys and values are one element each for every key-value head and head dimension, hence the 2; multi-head latent
 * attention stores one latent instead (DeepSeek-V2, https://arxiv.org/abs/2405.04434, section 2.1).
 */
export function memoryShape(architecture: Architecture): MemoryShape | undefined {
  const perLayer = kvPerLayer(architecture);
  if (perLayer === undefined) return undefined;
  const { layers, attentionLayers, hiddenSize, slidingWindow } = architecture;
  const windowed = slidingWindow?.layers ?? 0;
  return {
    kvPerToken: perLayer * (attentionLayers - windowed),
    kvPerWindowToken: perLayer * windowed,
    window: slidingWindow?.tokens ?? 0,
    width: hiddenSize === null ? null : layers * hiddenSize,
  };
}

/** Narrowest ratio of hidden size to layers that {@link widthBound} reckons with: SmolLM 135M's, 576 to 30. */
export const LEAST_ASPECT = 19;

/**
 * Upper bound of layers × hidden size for a model of which only the parameter counts are known.
 *
 * A layer of a dense transformer has 12 d² parameters (Kaplan et al. 2020, eq. 2.1, https://arxiv.org/abs/2001.08361), so
 * N ≥ 12 L d². With d ≥ a L this gives L d ≤ (N / 12)^(2/3) · a^(-1/3). Of a mixture of experts only the active parameters
 * are passed through, and only the attention's 4 d² a layer are certain: N_active ≥ 4 L d².
 */
export function widthBound(parameters: number, activeParameters: number | null): number {
  const squares = activeParameters === null ? parameters / 12 : activeParameters / 4;
  return Math.cbrt(squares) ** 2 / Math.cbrt(LEAST_ASPECT);
}

/** The shape of a model whose architecture is unknown, as an upper bound: multi-head attention in every layer, no window. */
export function boundShape(parameters: number, activeParameters: number | null): MemoryShape {
  const width = widthBound(parameters, activeParameters);
  return { kvPerToken: 2 * width, kvPerWindowToken: 0, window: 0, width };
}
