import { proposalsFor, type KeptProject, type Proposal } from '../../domain/upkeep/proposals.ts';
import { planAsks, pruned, withAnswer } from '../../domain/upkeep/repository.ts';
import type { GitHubSnapshot } from '../../schema/github-snapshot.ts';
import { askArchivedOn, askRepository, type Stop } from '../github/ask.ts';
import type { GitHubClient } from '../github/client.ts';

/** What a run found out. */
export interface RefreshResult {
  snapshot: GitHubSnapshot;
  proposals: Proposal[];
  /** Repositories by what came of asking. */
  counts: { asked: number; news: number; unchanged: number; missing: number; waiting: number };
  failures: { project: string; repo: string; why: string }[];
  /** Why the run ended before every repository was asked; null where it did not. */
  stopped: { why: Stop['why'] | 'unreachable'; seconds: number | null } | null;
}

export interface RefreshInput {
  client: GitHubClient;
  /** Entries to ask about. */
  projects: readonly KeptProject[];
  /** All entries with a repository, so that the snapshot forgets those that are no more. */
  all: readonly { id: string; repo: string }[];
  snapshot: GitHubSnapshot;
  today: string;
  /** Keeps what was learnt so far; called now and then and at the end. */
  save: (snapshot: GitHubSnapshot) => Promise<void>;
}

/** After so many repositories in a row without any answer the fault is the network's. */
const UNANSWERED_LIMIT = 3;

/** Answers between two savings, so that a run that is broken off loses little. */
const SAVE_EVERY = 20;

/** Fills in the day of archiving, which takes a request of its own. */
async function withArchiveDay(client: GitHubClient, proposals: Proposal[], fullName: string): Promise<Proposal[]> {
  if (!proposals.some(({ kind }) => kind === 'archived')) return proposals;
  const since = await askArchivedOn(client, fullName);
  return proposals.map((proposal) => (proposal.kind === 'archived' ? { ...proposal, since } : proposal));
}

/** Asks GitHub about every repository, one after the other, as GitHub recommends. One bad repository never stops the rest. */
export async function refresh({ client, projects, all, snapshot, today, save }: RefreshInput): Promise<RefreshResult> {
  const asks = planAsks(projects, snapshot);
  const byId = new Map(projects.map((project) => [project.id, project]));
  const counts = { asked: 0, news: 0, unchanged: 0, missing: 0, waiting: asks.length };
  const result: RefreshResult = {
    snapshot: pruned(snapshot, all),
    proposals: [],
    counts,
    failures: [],
    stopped: null,
  };
  let unanswered = 0;
  for (const ask of asks) {
    const answer = await askRepository(client, ask);
    if (answer.kind === 'stop') {
      result.stopped = { why: answer.why, seconds: answer.seconds };
      break;
    }
    counts.asked++;
    counts.waiting--;
    if (answer.kind === 'facts') counts.news++;
    else if (answer.kind === 'unchanged') counts.unchanged++;
    else if (answer.kind === 'missing') counts.missing++;
    else result.failures.push(...ask.projects.map((project) => ({ project, repo: ask.repo, why: answer.why })));

    result.snapshot = withAnswer(result.snapshot, ask, answer, today);
    const { repositories, missing } = result.snapshot;
    const proposals = ask.projects.flatMap((id) => {
      const project = byId.get(id)!;
      return proposalsFor(project, ask.known, repositories[id] ?? null, answer, missing[id]?.since ?? null);
    });
    const fullName = repositories[ask.projects[0]!]?.fullName ?? '';
    result.proposals.push(...(await withArchiveDay(client, proposals, fullName)));

    if (counts.asked % SAVE_EVERY === 0) await save(result.snapshot);
    unanswered = answer.kind === 'failed' && answer.unanswered ? unanswered + 1 : 0;
    if (unanswered === UNANSWERED_LIMIT) {
      result.stopped = { why: 'unreachable', seconds: null };
      break;
    }
  }
  await save(result.snapshot);
  return result;
}
