/** Where the formulas and constants come from, by the key of their words; all read 2026-11-24. */
export const FORMULA_SOURCES = {
  quantize: 'https://github.com/ggml-org/llama.cpp/blob/master/tools/quantize/README.md',
  faq: 'https://github.com/meta-llama/llama/blob/llama_v1/FAQ.md',
  mla: 'https://arxiv.org/abs/2405.04434',
  eleuther: 'https://blog.eleuther.ai/transformer-math/',
  kaplan: 'https://arxiv.org/abs/2001.08361',
  zero: 'https://arxiv.org/abs/1910.02054',
  qlora: 'https://arxiv.org/abs/2305.14314',
} as const;

/** The sources of each part of the formula page: inference, unknown architecture, fine-tuning. */
export const PART_SOURCES: readonly (readonly (keyof typeof FORMULA_SOURCES)[])[] = [
  ['quantize', 'faq', 'mla', 'eleuther'],
  ['kaplan'],
  ['zero', 'qlora', 'eleuther'],
];

/** The day on which they were read. */
export const SOURCES_READ = '2026-11-24';
