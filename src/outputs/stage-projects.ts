import { isUntrained } from '../domain/catalog/kinds.ts';
import { newestProjects } from '../domain/catalog/lists.ts';
import type { Catalog, Project } from '../domain/catalog/model.ts';
import { TRAINING_STAGES, type TrainingStage } from '../schema/training.ts';

/** A stage, how many released it, and some of them by name. */
export interface StageRow {
  stage: TrainingStage;
  count: number;
  named: Project[];
}

/** How many projects a row names. */
const NAMED = 6;

/** Counts for each stage the projects that released it; names those that released most stages, earlier ones first. */
export function stageProjects(catalog: Catalog): { rows: StageRow[]; asked: number } {
  const trained = newestProjects(catalog.projects.filter(({ kind }) => !isUntrained(kind))).reverse();
  const breadth = ({ training }: Project) => Object.values(training).filter((state) => state === 'released').length;
  const rows = TRAINING_STAGES.map((stage) => {
    const released = trained.filter(({ training }) => training[stage] === 'released');
    const named = [...released].sort((a, b) => breadth(b) - breadth(a)).slice(0, NAMED);
    return { stage, count: released.length, named };
  });
  return { rows, asked: trained.length };
}
