/** What can be open of a project, in the order of the table. */
export const OPENNESS_CELLS = [
  'inferenceCode',
  'trainingCode',
  'weights',
  'pretrainingData',
  'finetuningData',
  'rewardModel',
  'paper',
  'modelCard',
  'commercialUse',
] as const;

/** Cells that always follow from other facts of an entry. */
type DerivedPart = 'paper' | 'commercialUse';

/** What the other facts of an entry cannot tell by themselves, so that it has to be stated. */
export const STATED_PARTS = OPENNESS_CELLS.filter(
  (cell): cell is Exclude<(typeof OPENNESS_CELLS)[number], DerivedPart> => cell !== 'paper' && cell !== 'commercialUse',
);
