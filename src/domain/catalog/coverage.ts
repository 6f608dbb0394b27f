import { STATED_PARTS } from '../../schema/openness-cells.ts';
import type { Catalog, Project } from './model.ts';
import { isUntrained, isWithoutWeights } from './kinds.ts';

/** A fact that an entry may have, and when the question makes sense for it. */
interface Field {
  name: string;
  isKnown: (project: Project) => boolean;
  /** Entries that cannot have the fact are not counted; all can where not given. */
  applies?: (project: Project) => boolean;
}

const hasWeights = ({ kind }: Project) => !isWithoutWeights(kind);
const isTrained = ({ kind }: Project) => !isUntrained(kind);
const hasSome = (project: Project, key: 'parameters' | 'contextLength') =>
  (project.variants ?? []).some((variant) => variant[key] !== null);

/** The facts that the report counts, in the order of the entry's page. */
const FIELDS: readonly Field[] = [
  { name: 'released', isKnown: ({ released }) => released !== null },
  { name: 'links.repo', isKnown: ({ links }) => links.repo !== null },
  { name: 'links.weights', isKnown: ({ links }) => links.weights.length > 0, applies: hasWeights },
  { name: 'links.paper', isKnown: ({ links }) => links.paper !== null },
  { name: 'variants.parameters', isKnown: (project) => hasSome(project, 'parameters'), applies: hasWeights },
  { name: 'variants.contextLength', isKnown: (project) => hasSome(project, 'contextLength'), applies: hasWeights },
  { name: 'lineage', isKnown: ({ lineage }) => lineage !== null, applies: hasWeights },
  { name: 'languages', isKnown: ({ languages }) => languages !== null, applies: hasWeights },
  { name: 'modalities', isKnown: ({ modalities }) => modalities !== null, applies: hasWeights },
  ...(['pretraining', 'sft', 'rewardModel', 'rlhf'] as const).map((stage) => ({
    name: `training.${stage}`,
    isKnown: ({ training }: Project) => training[stage] !== 'unknown',
    applies: isTrained,
  })),
  { name: 'licenses.code', isKnown: ({ licenses }) => licenses.code !== 'unknown' },
  { name: 'licenses.weights', isKnown: ({ licenses }) => licenses.weights !== 'unknown', applies: hasWeights },
  { name: 'licenses.data', isKnown: ({ licenses }) => licenses.data !== 'unknown', applies: isTrained },
  ...STATED_PARTS.map((part) => ({
    name: `openness.${part}`,
    isKnown: ({ openness }: Project) => openness[part] !== 'unknown',
    applies: hasWeights,
  })),
  { name: 'hardware', isKnown: ({ hardware }) => hardware !== null, applies: hasWeights },
  { name: 'status', isKnown: ({ status }) => status.state !== 'unknown' },
];

/** How many entries say a fact, of those that can. */
export interface FieldCoverage {
  name: string;
  known: number;
  unknown: number;
}

/** Counts, fact by fact, how many entries know it and how many leave it unknown. */
export function coverage(catalog: Catalog): FieldCoverage[] {
  return FIELDS.map(({ name, isKnown, applies = () => true }) => {
    const asked = catalog.projects.filter(applies);
    const known = asked.filter(isKnown).length;
    return { name, known, unknown: asked.length - known };
  });
}

/** Names the facts that an entry could say and does not: what would make it better. */
export function missingFacts(project: Project): string[] {
  return FIELDS.filter(({ isKnown, applies = () => true }) => applies(project) && !isKnown(project)).map(
    ({ name }) => name,
  );
}
