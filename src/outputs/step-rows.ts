import { isReal, isUntrained } from '../domain/catalog/kinds.ts';
import { mainEvidence } from '../domain/catalog/evidence.ts';
import type { Catalog, Project } from '../domain/catalog/model.ts';
import type { Paths } from '../domain/paths.ts';
import type { StageState } from '../schema/training.ts';

/** The three steps after pretraining, in order. */
export const STEPS = ['sft', 'rewardModel', 'rlhf'] as const;

/** What an entry released of one step, and where that is shown. */
interface StepCell {
  state: StageState;
  href: string | null;
  source: number | null;
}

/** An entry and its three steps. */
interface StepRow {
  project: Project;
  steps: StepCell[];
}

/** Who released what of the three steps. */
export interface StepTable {
  /** Entries that released the reward model or the reinforcement learning: most steps first, then earlier ones. */
  rows: StepRow[];
  /** How many released each step, in order, of those that train anything. */
  released: number[];
  asked: number;
  /** Released the first step and none of the others: too many to list. */
  onlyFirst: number;
}

const stepCount = ({ training }: Project) => STEPS.filter((step) => training[step] === 'released').length;

/** Lists the entries that went beyond the first step, with counts for all. */
export function stepTable(catalog: Catalog, paths: Paths): StepTable {
  const trained = catalog.projects.filter((project) => isReal(project) && !isUntrained(project.kind));
  const isBeyond = ({ training }: Project) => training.rewardModel === 'released' || training.rlhf === 'released';
  const rows = trained
    .filter(isBeyond)
    .sort((a, b) => stepCount(b) - stepCount(a) || ((a.released ?? '9999') < (b.released ?? '9999') ? -1 : 1))
    .map((project) => ({
      project,
      steps: STEPS.map((step) => {
        const state = project.training[step];
        const source = state === 'unknown' ? null : (mainEvidence(project, `training.${step}`)?.number ?? null);
        return { state, source, href: source === null ? null : `${paths.project(project.id)}#evidence-${source}` };
      }),
    }));
  return {
    rows,
    released: STEPS.map((step) => trained.filter(({ training }) => training[step] === 'released').length),
    asked: trained.length,
    onlyFirst: trained.filter((project) => project.training.sft === 'released' && !isBeyond(project)).length,
  };
}
