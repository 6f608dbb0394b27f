import type { ProjectKind } from '../../schema/project.ts';
import type { Project } from './model.ts';

/** Kinds whose main product is a set of weights: they have a size, a context length, a need of GPU memory. */
const WEIGHT_KINDS: readonly ProjectKind[] = ['base-model', 'chat-model', 'multimodal-model'];

/** Tells whether a kind has no weights of its own, so that size, context and memory do not apply to it. */
export function isWithoutWeights(kind: ProjectKind): boolean {
  return !WEIGHT_KINDS.includes(kind);
}

/** Kinds that are code around a model: none of ChatGPT's training stages can be theirs. */
const UNTRAINED_KINDS: readonly ProjectKind[] = ['runtime', 'agent'];

/** Tells whether a kind has no training of its own, so that the route's stages do not apply to it. */
export function isUntrained(kind: ProjectKind): boolean {
  return UNTRAINED_KINDS.includes(kind);
}

/** Tells whether an entry is about something that exists: an April fool has neither a release nor a degree of openness. */
export function isReal({ status }: Project): boolean {
  return status.state !== 'hoax';
}
