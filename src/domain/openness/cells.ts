import type { FactPath } from '../../schema/evidence.ts';
import type { Verdict } from '../../schema/license.ts';
import type { OpennessState } from '../../schema/openness.ts';
import { OPENNESS_CELLS } from '../../schema/openness-cells.ts';
import type { Project } from '../catalog/model.ts';

/** What can be open of a project, in the order of the table. */
export const CELLS = OPENNESS_CELLS;

export type CellId = (typeof CELLS)[number];

/** `none`: the question does not arise, or the entry says that there is no such thing. It is neither closed nor unknown. */
export type CellState = OpennessState | 'none';

/** What the rules may look at. */
export interface OpennessInput {
  project: Project;
  verdict: Verdict;
}

/** The rules by name; each has its sentence in the dictionary. */
export type RuleId =
  | 'stated'
  | 'data-project'
  | 'program'
  | 'framework'
  | 'code-closed'
  | 'program-open'
  | 'framework-open'
  | 'no-weights-kind'
  | 'weights-closed'
  | 'weights-delta'
  | 'weights-licensed'
  | 'weights-linked'
  | 'pretrained-upstream'
  | 'data-closed'
  | 'pretraining-only'
  | 'not-finetuned'
  | 'finetuning-only'
  | 'finetuning-part'
  | 'no-reward-model'
  | 'reward-framework'
  | 'reward-part'
  | 'reward-told'
  | 'paper-linked'
  | 'verdict';

/** One answer, and where it comes from. */
export interface Cell {
  id: CellId;
  state: CellState;
  /** The rule that decided; null where none did, and the answer is unknown. */
  rule: RuleId | null;
  /** The fact that it rests on, for its evidence; null where the kind alone decided. */
  fact: FactPath | null;
}
