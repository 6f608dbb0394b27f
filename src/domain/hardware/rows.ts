import type { FINETUNING_METHODS, HARDWARE_FIGURES, PRECISIONS } from '../../schema/hardware.ts';
import type { Verdict } from '../../schema/license.ts';

/**
 * What the page's script knows of a version. Names are short because there are hundreds; absent is unknown.
 * Counts are parameters, tokens and elements as in `MemoryShape`.
 */
export interface VersionRow {
  /** Name. */
  n: string;
  /** Parameters. */
  p?: number;
  /** Active parameters, of a mixture of experts. */
  a?: number;
  /** Context length in tokens. */
  c?: number;
  /** Shape: elements a token, elements a token within the window, window in tokens, layers × hidden size (0: unknown). */
  s?: [number, number, number, number];
}

/** A figure that the project gives itself. */
export interface MeasuredRow {
  /** GB. */
  g: number;
  /** Task: i inference, f fine-tuning. */
  t: 'i' | 'f';
  /** Index of the version; absent where the project does not say. */
  v?: number;
  /** Precision as the project states it. */
  q?: (typeof PRECISIONS)[number];
  m?: (typeof FINETUNING_METHODS)[number];
  /** Context length in tokens. */
  c?: number;
  f?: (typeof HARDWARE_FIGURES)[number];
}

/** An entry: its versions and the figures it gives. */
export interface ProjectRow {
  id: string;
  name: string;
  /** Release, `YYYY-MM-DD` or `YYYY-MM`. */
  r?: string;
  /** Commercial use. */
  u: Verdict;
  /** 1 where it is known to speak Chinese. */
  zh?: 1;
  /** 1 where images or sound go in too, whose encoder and tokens the formula leaves out. */
  mm?: 1;
  vs: VersionRow[];
  ms?: MeasuredRow[];
}
