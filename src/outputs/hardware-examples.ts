import type { Catalog, Project, Variant } from '../domain/catalog/model.ts';
import { gigabytes } from '../domain/format/memory.ts';
import { shortParameters } from '../domain/format/parameters.ts';
import { groupDigits } from '../domain/format/tokens.ts';
import { knownArchitecture } from '../domain/hardware/architecture.ts';
import {
  ADAPTER_SHARE,
  ALLOWANCE,
  bytesReadPerToken,
  GB,
  inferenceNeed,
  NF4_BITS,
  TRAINING_BYTES,
  trainingNeed,
  type MemoryNeed,
  type TrainingMethod,
} from '../domain/hardware/memory.ts';
import { formatById } from '../domain/hardware/precision.ts';
import { boundShape, LEAST_ASPECT, memoryShape, type MemoryShape } from '../domain/hardware/shape.ts';
import { t } from '../i18n/index.ts';

/** A step of a worked example: what, how it is reckoned, and the result. */
interface ExampleStep {
  label: string;
  expression: string;
  result: string;
}

/** A calculation with one entry's numbers. */
export interface WorkedExample {
  project: Project;
  version: string;
  conditions: string;
  steps: ExampleStep[];
  total: string;
}

/** Entries, versions and conditions of the examples: plain, windowed, latent cache with experts, unknown architecture. */
const INFERENCE = [
  { id: 'qwen2.5', version: 'Qwen2.5-7B', format: '4', contextLength: 4096 },
  { id: 'gemma-3', version: 'Gemma 3 27B', format: '4', contextLength: 32768 },
  { id: 'deepseek-v3', version: 'DeepSeek-V3', format: '8', contextLength: 8192 },
  { id: 'internlm2', version: 'InternLM2-7B', format: '4', contextLength: 4096 },
] as const;

const TRAINING = [
  { id: 'llama-2', version: 'Llama 2 7B', method: 'full', contextLength: 2048 },
  { id: 'llama-2', version: 'Llama 2 7B', method: 'lora', contextLength: 2048 },
  { id: 'llama-2', version: 'Llama 2 7B', method: 'qlora', contextLength: 2048 },
] as const;

const words = t.hardware.example;
const gb = (bytes: number) => `${gigabytes(bytes / GB)} GB`;
const tokens = groupDigits;

function allowanceStep(need: MemoryNeed): ExampleStep {
  return {
    label: words.allowance,
    expression: words.allowanceExpression(gigabytes(ALLOWANCE.fixed / GB), ALLOWANCE.share * 100),
    result: gb(need.allowance),
  };
}

function kvExpression(shape: MemoryShape, variant: Variant, contextLength: number, isBound: boolean): string {
  const elements = groupDigits(Math.round(shape.kvPerToken));
  if (isBound) return words.kvBound(elements, tokens(contextLength), LEAST_ASPECT, variant.activeParameters !== null);
  if (shape.window > 0)
    return words.kvWindow(elements, tokens(contextLength), groupDigits(shape.kvPerWindowToken), tokens(shape.window));
  return words.kv(elements, tokens(contextLength));
}

function find(
  catalog: Catalog,
  id: string,
  version: string,
): { project: Project; variant: Variant & { parameters: number } } {
  const project = catalog.projectById.get(id);
  const variant = project?.variants?.find(({ name }) => name === version);
  if (!project || !variant || variant.parameters === null) throw new Error(`No such example: ${id}, ${version}`);
  return { project, variant: { ...variant, parameters: variant.parameters } };
}

function shapeFor(catalog: Catalog, project: Project, variant: Variant & { parameters: number }) {
  const known = knownArchitecture(catalog, project, variant);
  const shape = known && memoryShape(known.architecture);
  return { shape: shape ?? boundShape(variant.parameters, variant.activeParameters), isBound: !shape };
}

/** Works through the need for inference of a few entries, with the functions that the page uses. Throws where one is gone. */
export function inferenceExamples(catalog: Catalog): WorkedExample[] {
  return INFERENCE.map(({ id, version, format, contextLength }) => {
    const { project, variant } = find(catalog, id, version);
    const { shape, isBound } = shapeFor(catalog, project, variant);
    const { bitsPerWeight } = formatById(format)!;
    const need = inferenceNeed(variant.parameters, bitsPerWeight, shape, contextLength);
    const read = bytesReadPerToken(variant.parameters, variant.activeParameters, bitsPerWeight);
    return {
      project,
      version,
      conditions: `${t.hardware.format[format]}，${t.project.tokens(tokens(contextLength))}`,
      steps: [
        {
          label: words.weights,
          expression: words.weightsExpression(shortParameters(variant.parameters), bitsPerWeight),
          result: gb(need.weights),
        },
        {
          label: isBound ? words.kvLabelBound : words.kvLabel,
          expression: kvExpression(shape, variant, contextLength, isBound),
          result: gb(need.kv),
        },
        allowanceStep(need),
        ...(variant.activeParameters === null
          ? []
          : [
              {
                label: words.read,
                expression: words.readExpression(shortParameters(variant.activeParameters), bitsPerWeight),
                result: words.notCounted(gb(read)),
              },
            ]),
      ],
      total: `${isBound ? '≤ ' : ''}${gb(need.total)}`,
    };
  });
}

function trainingSteps(parameters: number, method: TrainingMethod, need: MemoryNeed): ExampleStep[] {
  const size = shortParameters(parameters);
  const { gradients, master, momentum, variance, weights } = TRAINING_BYTES;
  const states = gradients + master + momentum + variance;
  return [
    {
      label: method === 'full' ? words.weights : words.frozen,
      expression: words.weightsExpression(size, method === 'qlora' ? NF4_BITS : 16),
      result: gb(need.weights),
    },
    {
      label: method === 'full' ? words.states : words.adapter,
      expression:
        method === 'full'
          ? words.statesExpression(size, gradients, master, momentum, variance)
          : words.adapterExpression(size, ADAPTER_SHARE * 100, weights + states),
      result: gb(need.training),
    },
  ];
}

/** Works through fine-tuning one entry in the three ways. Throws where it is gone. */
export function trainingExamples(catalog: Catalog): WorkedExample[] {
  return TRAINING.map(({ id, version, method, contextLength }) => {
    const { project, variant } = find(catalog, id, version);
    const { shape } = shapeFor(catalog, project, variant);
    const need = trainingNeed(variant.parameters, method, shape.width!, contextLength);
    return {
      project,
      version,
      conditions: `${t.hardware.task[method]}，${t.project.tokens(tokens(contextLength))}`,
      steps: [
        ...trainingSteps(variant.parameters, method, need),
        {
          label: words.activations,
          expression: words.activationsExpression(tokens(contextLength), groupDigits(shape.width!)),
          result: gb(need.activations),
        },
        allowanceStep(need),
      ],
      total: gb(need.total),
    };
  });
}
