import type { RepositoryRecord } from '../../schema/github-snapshot.ts';
import type { ProjectStatus } from '../catalog/model.ts';
import { contradicts, sameSpdx } from './license-match.ts';
import { gitHubAddress, sameRepository, type Answer } from './repository.ts';

/** `renamed` and `archived` are mechanical; of the others a person decides. */
export type ProposalKind =
  'renamed' | 'archived' | 'unarchived' | 'license-changed' | 'license-differs' | 'missing' | 'replaced';

/** A change to an entry that GitHub gives reason for. */
export interface Proposal {
  project: string;
  kind: ProposalKind;
  /** Path of the fact. */
  field: string;
  before: string | null;
  after: string | null;
  /** Where it can be read. */
  source: string;
  /** From which day it holds, where that is known. */
  since: string | null;
}

/** What the proposals need to know of an entry. */
export interface KeptProject {
  id: string;
  repo: string;
  state: ProjectStatus['state'];
  /** Id of its code licence, or a state such as `unknown`. */
  codeLicense: string;
  /** SPDX identifier of that licence, null where it has none. */
  codeSpdx: string | null;
}

/** States that say already that nobody works on the repository, or more. */
const SETTLED: readonly ProjectStatus['state'][] = ['archived', 'superseded', 'unavailable', 'hoax'];

const GONE: readonly ProjectStatus['state'][] = ['unavailable', 'hoax'];

function licenseProposal(
  project: KeptProject,
  before: RepositoryRecord | null,
  now: RepositoryRecord,
  source: string,
): Proposal[] {
  const differs = contradicts(project.codeLicense, project.codeSpdx, now.license);
  const changed = before !== null && before.license !== now.license;
  const field = 'licenses.code';
  const base = { project: project.id, field, after: now.license, source, since: null };
  // A change that the entry has taken up already is no news; one that GitHub cannot name is.
  const takenUp = now.license !== null && project.codeSpdx !== null && sameSpdx(now.license, project.codeSpdx);
  if (changed && !takenUp) return [{ ...base, kind: 'license-changed', before: before.license }];
  return differs ? [{ ...base, kind: 'license-differs', before: project.codeLicense }] : [];
}

/**
 * Says what an entry should change after GitHub answered about its repository.
 * @param before the snapshot's record before this answer, null at the first
 * @param now the record after it, null where the repository could not be found
 * @param missingSince the first day on which it could not be found
 */
export function proposalsFor(
  project: KeptProject,
  before: RepositoryRecord | null,
  now: RepositoryRecord | null,
  answer: Answer,
  missingSince: string | null,
): Proposal[] {
  if (answer.kind === 'failed') return [];
  if (answer.kind === 'missing') {
    if (GONE.includes(project.state)) return [];
    const at = { project: project.id, source: project.repo, since: missingSince };
    if (answer.replacedBy !== null)
      return [{ ...at, kind: 'replaced', field: 'links.repo', before: project.repo, after: answer.replacedBy }];
    return [{ ...at, kind: 'missing', field: 'status', before: project.state, after: 'unavailable' }];
  }
  if (now === null) return [];
  const source = gitHubAddress(now.fullName);
  const base = { project: project.id, source, since: null };
  const proposals: Proposal[] = [];
  if (!sameRepository(source, project.repo))
    proposals.push({ ...base, kind: 'renamed', field: 'links.repo', before: project.repo, after: source });
  if (now.archived && !SETTLED.includes(project.state))
    proposals.push({ ...base, kind: 'archived', field: 'status', before: project.state, after: 'archived' });
  if (!now.archived && before?.archived && project.state === 'archived')
    proposals.push({ ...base, kind: 'unarchived', field: 'status', before: 'archived', after: 'active' });
  return [...proposals, ...licenseProposal(project, before, now, source)];
}
