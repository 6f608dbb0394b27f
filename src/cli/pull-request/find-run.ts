import type { PullRequests, WorkflowRunEvent } from '../../schema/pull-request.ts';

/**
 * Finds the pull request that a run was for, by what GitHub says of the run and of the open pull requests: same
 * repository and commit, into this repository's default branch. Undefined where the run is no longer of the newest
 * commit, or where more than one would fit. (GitHub names no pull request in the event when it comes from a fork.)
 */
export function pullRequestOf(event: WorkflowRunEvent, pullRequests: PullRequests): number | undefined {
  const { repository, workflow_run: run } = event;
  const matches = pullRequests.filter(
    ({ state, head, base }) =>
      state === 'open' &&
      head.sha === run.head_sha &&
      head.repo !== null &&
      head.repo.full_name === run.head_repository?.full_name &&
      base.repo.full_name === repository.full_name &&
      base.ref === repository.default_branch,
  );
  return matches.length === 1 ? matches[0]!.number : undefined;
}
