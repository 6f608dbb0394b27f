import type { Project } from '../catalog/model.ts';
import { TRAINING_STAGES } from '../../schema/training.ts';
import type { Verdict } from '../../schema/license.ts';
import { isUntrained } from '../catalog/kinds.ts';

/** What a facet may look at besides the entry itself. */
export interface FacetInput {
  project: Project;
  verdict: Verdict;
}

/** One property that lists can be narrowed by. Order, URL keys and labels all derive from {@link FACETS}. */
export interface Facet {
  /** Also the URL key, and the dictionary's key for its label. */
  id: string;
  /** The values that an entry has; `unknown` where it is not known. */
  values: (input: FacetInput) => readonly string[];
  /** How the values are ordered in the list of choices. */
  order: 'frequency' | 'descending' | 'ascending' | 'name';
}

/** Upper bounds of the parameter classes, in parameters; the last class has none. */
const SIZE_CLASSES = [
  { id: 'under-3b', below: 3e9 },
  { id: '3b-10b', below: 10e9 },
  { id: '10b-30b', below: 30e9 },
  { id: '30b-100b', below: 100e9 },
  { id: 'over-100b', below: Infinity },
] as const;

/** Gives the classes that the released sizes of an entry fall into. */
export function sizeClasses(project: Project): string[] {
  const counts = (project.variants ?? []).map((variant) => variant.parameters).filter((count) => count !== null);
  const classes = counts.map((count) => SIZE_CLASSES.find(({ below }) => count < below)!.id);
  return classes.length > 0 ? [...new Set(classes)] : ['unknown'];
}

/** Upper bounds of the memory classes, in GB, as cards are sold; the last class has none. */
const MEMORY_CLASSES = [
  { id: 'up-to-8', to: 8 },
  { id: 'up-to-16', to: 16 },
  { id: 'up-to-24', to: 24 },
  { id: 'up-to-48', to: 48 },
  { id: 'up-to-80', to: 80 },
  { id: 'over-80', to: Infinity },
] as const;

/** The class of the smallest GPU memory that the entry is known to run in (inference, any precision and size). */
function memoryClass(project: Project): string {
  const needs = (project.hardware ?? []).filter(({ task }) => task === 'inference').map(({ vramGb }) => vramGb);
  if (needs.length === 0) return 'unknown';
  const least = Math.min(...needs);
  return MEMORY_CLASSES.find(({ to }) => least <= to)!.id;
}

/** The training stages that the entry released; `none` where it released none of those that are known. */
function releasedStages({ training, kind }: Project): string[] {
  if (isUntrained(kind)) return ['none'];
  const stages = TRAINING_STAGES.filter((stage) => training[stage] === 'released');
  if (stages.length > 0) return stages;
  return TRAINING_STAGES.some((stage) => training[stage] === 'unknown') ? ['unknown'] : ['none'];
}

/** What goes in beside text, or text alone. */
function inputs({ modalities }: Project): string[] {
  if (!modalities) return ['unknown'];
  const others = modalities.input.filter((modality) => modality !== 'text');
  return others.length > 0 ? others : ['text'];
}

/** The facets of the catalogue, in the order in which they are shown. */
export const FACETS: readonly Facet[] = [
  { id: 'category', values: ({ project }) => project.categories, order: 'frequency' },
  { id: 'kind', values: ({ project }) => [project.kind], order: 'frequency' },
  { id: 'verdict', values: ({ verdict }) => [verdict], order: 'frequency' },
  { id: 'size', values: ({ project }) => sizeClasses(project), order: 'ascending' },
  { id: 'language', values: ({ project }) => project.languages ?? ['unknown'], order: 'frequency' },
  { id: 'modality', values: ({ project }) => inputs(project), order: 'frequency' },
  { id: 'memory', values: ({ project }) => [memoryClass(project)], order: 'ascending' },
  { id: 'stage', values: ({ project }) => releasedStages(project), order: 'ascending' },
  { id: 'organization', values: ({ project }) => project.organizations, order: 'name' },
  { id: 'year', values: ({ project }) => [project.released?.slice(0, 4) ?? 'unknown'], order: 'descending' },
  { id: 'status', values: ({ project }) => [project.status.state], order: 'frequency' },
];

/** The order of classes that have one of their own. */
const CLASS_ORDER: readonly string[] = [
  ...SIZE_CLASSES.map(({ id }) => id),
  ...MEMORY_CLASSES.map(({ id }) => id),
  ...TRAINING_STAGES,
  'none',
];

function compareChoices(facet: Facet) {
  return (a: Choice, b: Choice): number => {
    if (a.value === 'unknown' || b.value === 'unknown')
      return Number(a.value === 'unknown') - Number(b.value === 'unknown');
    if (facet.order === 'ascending') return CLASS_ORDER.indexOf(a.value) - CLASS_ORDER.indexOf(b.value);
    if (facet.order === 'name') return a.value < b.value ? -1 : 1;
    if (facet.order === 'descending') return a.value < b.value ? 1 : -1;
    return b.count - a.count || (a.value < b.value ? -1 : 1);
  };
}

/** A value of a facet and how many entries have it. */
export interface Choice {
  value: string;
  count: number;
}

/** Counts the values that occur, in the facet's order, unknown last. */
export function choicesOf(facet: Facet, inputs: readonly FacetInput[]): Choice[] {
  const counts = new Map<string, number>();
  for (const input of inputs) for (const value of facet.values(input)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort(compareChoices(facet));
}
