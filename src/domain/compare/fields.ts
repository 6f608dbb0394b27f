import type { FactPath } from '../../schema/evidence.ts';
import { CELLS, type CellId } from '../openness/cells.ts';
import type { Paths } from '../paths.ts';
import type { ComparedEntry, CompareValue, FieldId, GroupId } from './model.ts';
import {
  readContextLength,
  readLanguages,
  readMemory,
  readModalities,
  readParameters,
  readStatus,
  readVerdict,
} from './read-gist.ts';
import { readLink, readMovedFrom, readSharedWith, readWeights } from './read-links.ts';
import {
  readAliases,
  readCategories,
  readChanges,
  readClaims,
  readHardware,
  readLineage,
  readOrganizations,
  readRepository,
  readVariants,
} from './read-record.ts';
import { readBecause, readDatasets, readLicense, readOpenness, readStage } from './read-terms.ts';
import type { CompareWords } from './words.ts';

/** One fact that is compared. Order, groups, labels, sources, exports and what counts as a difference derive from {@link FIELDS}. */
export interface CompareField {
  id: FieldId;
  group: GroupId;
  /** Paths that its sources support, as `evidence.supports` names them; empty for what the catalogue itself says. */
  facts: readonly FactPath[] | ((entry: ComparedEntry) => readonly FactPath[]);
  /** Writes what an entry says of it. */
  read: (entry: ComparedEntry, words: CompareWords, paths: Paths) => CompareValue;
  /** The facet of the lists that it answers, by id. */
  facet?: string;
  /** Left out where no entry has anything to say. */
  isOptional?: true;
}

/** The verdict follows from the terms and from whose weights were carried on. */
const VERDICT_FACTS: readonly FactPath[] = ['licenses', 'lineage'];

/** A cell of the openness table rests on what is stated of it, or on the fact that it is derived from in this entry. */
function opennessFacts(cell: CellId) {
  return ({ names }: ComparedEntry): readonly FactPath[] => {
    const fact = names.opennessFacts[cell];
    return cell === 'commercialUse' ? VERDICT_FACTS : fact === undefined ? [] : [fact];
  };
}

/** Everything that is published of an entry, in reading order: first what people ask, last what they look up. */
export const FIELDS: readonly CompareField[] = [
  { id: 'summary', group: 'gist', facts: [], read: ({ project }) => [{ text: project.summary }] },
  { id: 'verdict', group: 'gist', facts: VERDICT_FACTS, facet: 'verdict', read: readVerdict },
  { id: 'parameters', group: 'gist', facts: ['variants'], facet: 'size', read: readParameters },
  { id: 'contextLength', group: 'gist', facts: ['variants'], read: readContextLength },
  { id: 'memory', group: 'gist', facts: ['hardware'], facet: 'memory', read: readMemory },
  { id: 'languages', group: 'gist', facts: ['languages'], facet: 'language', read: readLanguages },
  { id: 'modalities', group: 'gist', facts: ['modalities'], facet: 'modality', read: readModalities },
  {
    id: 'released',
    group: 'gist',
    facts: ['released'],
    facet: 'year',
    read: ({ project }) => (project.released === null ? [] : [{ text: project.released }]),
  },
  { id: 'status', group: 'gist', facts: ['status'], facet: 'status', read: readStatus },
  { id: 'because', group: 'license', facts: VERDICT_FACTS, read: readBecause },
  { id: 'codeLicense', group: 'license', facts: ['licenses.code'], read: readLicense('code') },
  { id: 'weightsLicense', group: 'license', facts: ['licenses.weights'], read: readLicense('weights') },
  { id: 'dataLicense', group: 'license', facts: ['licenses.data'], read: readLicense('data') },
  {
    id: 'pretraining',
    group: 'training',
    facts: ['training.pretraining'],
    facet: 'stage',
    read: readStage('pretraining'),
  },
  { id: 'sft', group: 'training', facts: ['training.sft'], facet: 'stage', read: readStage('sft') },
  {
    id: 'rewardModel',
    group: 'training',
    facts: ['training.rewardModel'],
    facet: 'stage',
    read: readStage('rewardModel'),
  },
  { id: 'rlhf', group: 'training', facts: ['training.rlhf'], facet: 'stage', read: readStage('rlhf') },
  { id: 'datasets', group: 'training', facts: [], read: readDatasets, isOptional: true },
  ...CELLS.map((cell): CompareField => ({
    id: `open:${cell}`,
    group: 'openness',
    facts: opennessFacts(cell),
    read: readOpenness(cell),
  })),
  { id: 'lineage', group: 'origin', facts: ['lineage'], read: readLineage },
  { id: 'organizations', group: 'origin', facts: ['organizations'], facet: 'organization', read: readOrganizations },
  {
    id: 'kind',
    group: 'origin',
    facts: ['kind'],
    facet: 'kind',
    read: ({ project }, words) => [{ text: words.kind[project.kind] }],
  },
  { id: 'categories', group: 'origin', facts: ['categories'], facet: 'category', read: readCategories },
  { id: 'aliases', group: 'origin', facts: ['zhName', 'aliases'], read: readAliases, isOptional: true },
  { id: 'variants', group: 'size', facts: ['variants'], read: readVariants },
  { id: 'hardware', group: 'size', facts: ['hardware'], read: readHardware },
  { id: 'repo', group: 'links', facts: ['links.repo'], read: readLink('repo') },
  { id: 'weights', group: 'links', facts: ['links.weights'], read: readWeights },
  { id: 'paper', group: 'links', facts: ['links.paper'], read: readLink('paper') },
  { id: 'data', group: 'links', facts: ['links.data'], read: readLink('data'), isOptional: true },
  { id: 'demo', group: 'links', facts: ['links.demo'], read: readLink('demo'), isOptional: true },
  { id: 'homepage', group: 'links', facts: ['links.homepage'], read: readLink('homepage'), isOptional: true },
  { id: 'movedFrom', group: 'links', facts: ['links.movedFrom'], read: readMovedFrom, isOptional: true },
  { id: 'repoSharedWith', group: 'links', facts: [], read: readSharedWith, isOptional: true },
  { id: 'repository', group: 'links', facts: [], read: readRepository, isOptional: true },
  { id: 'claims', group: 'record', facts: ['claims'], read: readClaims, isOptional: true },
  { id: 'changes', group: 'record', facts: ['changes'], read: readChanges, isOptional: true },
];
