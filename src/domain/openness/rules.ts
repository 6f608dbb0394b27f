import type { FactPath } from '../../schema/evidence.ts';
import type { Verdict } from '../../schema/license.ts';
import type { StatedPart } from '../../schema/openness.ts';
import type { LicenseState } from '../../schema/licensing.ts';
import { isUntrained, isWithoutWeights } from '../catalog/kinds.ts';
import type { Project } from '../catalog/model.ts';
import { inheritsWeights } from '../licensing/weights.ts';
import type { CellId, CellState, OpennessInput, RuleId } from './cells.ts';

/** One step of a derivation: gives a state, or null where it does not apply. */
interface Rule {
  id: RuleId;
  /** The fact that the state rests on; null where the kind of the entry decides. */
  fact: FactPath | null;
  decide: (input: OpennessInput) => CellState | null;
}

const when =
  (state: CellState, applies: (project: Project) => boolean) =>
  ({ project }: OpennessInput): CellState | null =>
    applies(project) ? state : null;

/** Somebody looked it up and wrote it into the entry. */
const stated = (part: StatedPart): Rule => ({
  id: 'stated',
  fact: `openness.${part}`,
  decide: ({ project }) => (project.openness[part] === 'unknown' ? null : project.openness[part]),
});

/** Published with or without terms: neither held back nor unknown. */
const isPublished = (license: string) =>
  !(['unknown', 'not-released'] satisfies LicenseState[] as string[]).includes(license);

const isFramework = ({ kind }: Project) => kind === 'training-framework';
const hasBase = ({ lineage }: Project) => (lineage ?? []).some(({ relation }) => inheritsWeights(relation));
const isFinetuned = ({ training }: Project) =>
  [training.sft, training.rewardModel, training.rlhf].some((state) => state !== 'absent');

const dataProject: Rule = {
  id: 'data-project',
  fact: null,
  decide: when('none', ({ kind }) => kind === 'dataset-project'),
};
const program: Rule = { id: 'program', fact: null, decide: when('none', ({ kind }) => isUntrained(kind)) };
const framework: Rule = { id: 'framework', fact: null, decide: when('none', isFramework) };
const codeClosed: Rule = {
  id: 'code-closed',
  fact: 'licenses.code',
  decide: when('closed', ({ licenses }) => licenses.code === 'not-released'),
};
/** A tool, a framework or a corpus whose entry names no weights: not something that is held back. */
const noWeightsKind: Rule = {
  id: 'no-weights-kind',
  fact: null,
  decide: when(
    'none',
    ({ kind, licenses, links }) =>
      isWithoutWeights(kind) && !isPublished(licenses.weights) && links.weights.length === 0,
  ),
};
const dataClosed: Rule = {
  id: 'data-closed',
  fact: 'licenses.data',
  decide: when('closed', ({ licenses }) => licenses.data === 'not-released'),
};

const VERDICT_STATE: Record<Verdict, CellState | null> = {
  allowed: 'open',
  conditional: 'partly',
  forbidden: 'closed',
  unknown: null,
};

/** How each cell follows from the facts of an entry: the first rule that applies decides, else it is unknown. */
export const RULES: Record<CellId, readonly Rule[]> = {
  inferenceCode: [
    stated('inferenceCode'),
    dataProject,
    codeClosed,
    {
      id: 'program-open',
      fact: 'licenses.code',
      decide: when('open', ({ kind, licenses }) => isUntrained(kind) && isPublished(licenses.code)),
    },
  ],
  trainingCode: [
    stated('trainingCode'),
    dataProject,
    program,
    codeClosed,
    {
      id: 'framework-open',
      fact: 'licenses.code',
      decide: when('open', (project) => isFramework(project) && isPublished(project.licenses.code)),
    },
  ],
  weights: [
    stated('weights'),
    noWeightsKind,
    {
      id: 'weights-closed',
      fact: 'licenses.weights',
      decide: when('closed', ({ licenses }) => licenses.weights === 'not-released'),
    },
    {
      id: 'weights-delta',
      fact: 'lineage',
      decide: when('partly', ({ lineage }) =>
        (lineage ?? []).some(({ relation, variants }) => relation === 'delta-weights' && variants === null),
      ),
    },
    {
      id: 'weights-licensed',
      fact: 'licenses.weights',
      decide: when('open', ({ licenses }) => isPublished(licenses.weights)),
    },
    { id: 'weights-linked', fact: 'links.weights', decide: when('open', ({ links }) => links.weights.length > 0) },
  ],
  pretrainingData: [
    stated('pretrainingData'),
    program,
    framework,
    {
      id: 'pretrained-upstream',
      fact: 'training.pretraining',
      decide: when('none', (project) => project.training.pretraining === 'absent' && hasBase(project)),
    },
    dataClosed,
    {
      id: 'pretraining-only',
      fact: 'licenses.data',
      decide: when('open', (project) => isPublished(project.licenses.data) && !isFinetuned(project)),
    },
  ],
  finetuningData: [
    stated('finetuningData'),
    program,
    framework,
    { id: 'not-finetuned', fact: 'training.sft', decide: when('none', (project) => !isFinetuned(project)) },
    dataClosed,
    {
      id: 'finetuning-only',
      fact: 'licenses.data',
      decide: when(
        'open',
        ({ licenses, training }) =>
          isPublished(licenses.data) && training.pretraining === 'absent' && training.sft === 'released',
      ),
    },
    {
      id: 'finetuning-part',
      fact: 'licenses.data',
      decide: when(
        'partly',
        ({ licenses, training }) => isPublished(licenses.data) && training.pretraining === 'absent',
      ),
    },
  ],
  rewardModel: [
    stated('rewardModel'),
    program,
    {
      id: 'no-reward-model',
      fact: 'training.rewardModel',
      decide: when('none', ({ training }) => training.rewardModel === 'absent'),
    },
    {
      id: 'reward-framework',
      fact: 'training.rewardModel',
      decide: when('open', (project) => isFramework(project) && project.training.rewardModel === 'released'),
    },
    {
      id: 'reward-part',
      fact: 'training.rewardModel',
      decide: when('partly', ({ training }) => training.rewardModel === 'released'),
    },
    {
      id: 'reward-told',
      fact: 'training.rewardModel',
      decide: when('closed', ({ training }) => training.rewardModel === 'described'),
    },
  ],
  paper: [{ id: 'paper-linked', fact: 'links.paper', decide: when('open', ({ links }) => links.paper !== null) }],
  modelCard: [stated('modelCard'), noWeightsKind],
  commercialUse: [{ id: 'verdict', fact: 'licenses', decide: ({ verdict }) => VERDICT_STATE[verdict] }],
};
