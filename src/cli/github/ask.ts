import { judgeFailure, type ApiVerdict } from '../../domain/upkeep/api-error.ts';
import { UNRECOGNISED } from '../../domain/upkeep/license-match.ts';
import type { Answer, Ask, RepositoryFacts } from '../../domain/upkeep/repository.ts';
import { archivedAtSchema, gitHubRepositorySchema } from '../../schema/github-api.ts';
import type { GitHubClient } from './client.ts';

/** Why it makes no sense to ask on. */
export interface Stop {
  kind: 'stop';
  why: 'rate-limited' | 'bad-token';
  /** Seconds until GitHub wants to hear from us again, where it says so. */
  seconds: number | null;
}

/** An answer together with where the request ended up. */
type Reply =
  | { kind: 'facts'; facts: RepositoryFacts }
  | Extract<ApiVerdict, { kind: 'not-modified' | 'missing' }>
  | Extract<Answer, { kind: 'failed' }>
  | Stop;

const UNREADABLE = { kind: 'failed', why: '答复读不懂', unanswered: false } as const;

/** What octokit throws, as far as it is used: a network error has a status of 500 and no response. */
interface ThrownError {
  status?: number;
  message?: string;
  response?: { headers?: Record<string, string | number | undefined> };
}

function replyTo(thrown: unknown): Reply {
  const { status, message = '', response } = thrown as ThrownError;
  if (status === undefined) return UNREADABLE;
  const answered = response !== undefined;
  const verdict = judgeFailure(
    { status: answered || status === 304 ? status : null, headers: response?.headers ?? {}, message },
    Date.now(),
  );
  switch (verdict.kind) {
    case 'not-modified':
    case 'missing':
      return verdict;
    case 'failed':
      return { kind: 'failed', why: `GitHub 答复 ${status}`, unanswered: false };
    case 'unreachable':
      return { kind: 'failed', why: '连不上，或者等太久没有答复', unanswered: true };
    case 'bad-token':
      return { kind: 'stop', why: 'bad-token', seconds: null };
    case 'rate-limited':
      return { kind: 'stop', why: 'rate-limited', seconds: verdict.seconds };
  }
}

async function request(client: GitHubClient, route: string, etag: string | null): Promise<Reply> {
  try {
    const { data, headers } = await client.request(`GET ${route}`, {
      headers: { 'x-github-api-version': '2022-11-28', ...(etag ? { 'if-none-match': etag } : {}) },
    });
    const parsed = gitHubRepositorySchema.safeParse(data);
    if (!parsed.success) return UNREADABLE;
    const { id, full_name, stargazers_count, pushed_at, archived, license } = parsed.data;
    const facts = {
      id,
      fullName: full_name,
      stars: stargazers_count,
      pushed: pushed_at?.slice(0, 10) ?? null,
      archived,
      license: license && (license.spdx_id ?? UNRECOGNISED),
      etag: headers.etag ?? null,
    };
    return { kind: 'facts', facts };
  } catch (thrown) {
    return replyTo(thrown);
  }
}

/**
 * Asks about one repository: by its number where that is known, because a number survives a rename and a name may be
 * taken by somebody else; by its address otherwise, following redirects. Never throws.
 */
export async function askRepository(client: GitHubClient, ask: Ask): Promise<Answer | Stop> {
  const byName = `/repos/${encodeURIComponent(ask.owner)}/${encodeURIComponent(ask.name)}`;
  const reply = await request(client, ask.known ? `/repositories/${ask.known.id}` : byName, ask.known?.etag ?? null);
  if (reply.kind === 'not-modified') return ask.known ? { kind: 'unchanged' } : UNREADABLE;
  if (reply.kind !== 'missing') return reply;
  if (!ask.known || reply.blocked) return { kind: 'missing', blocked: reply.blocked, replacedBy: null };
  const other = await request(client, byName, null);
  if (other.kind === 'stop' || other.kind === 'failed') return other;
  if (other.kind === 'facts' && other.facts.id === ask.known.id) return other;
  return { kind: 'missing', blocked: false, replacedBy: other.kind === 'facts' ? other.facts.fullName : null };
}

/** Asks on which day a repository was archived, `YYYY-MM-DD`. Null where GitHub does not say; without a token it never does. */
export async function askArchivedOn(client: GitHubClient, fullName: string): Promise<string | null> {
  const [owner, name] = fullName.split('/');
  try {
    const answer = await client.graphql(
      'query ($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { archivedAt } }',
      { owner, name },
    );
    return archivedAtSchema.parse(answer).repository?.archivedAt?.slice(0, 10) ?? null;
  } catch {
    return null;
  }
}
