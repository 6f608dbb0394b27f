import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../../support/built.ts';

interface Step {
  name?: string;
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}
interface Job {
  steps?: Step[];
  uses?: string;
  permissions?: Record<string, string> | string;
  'timeout-minutes'?: number;
}
interface Workflow {
  name: string;
  on: Record<string, unknown> | string | string[];
  permissions?: Record<string, string> | string;
  jobs: Record<string, Job>;
}

const FOLDER = join(ROOT, '.github/workflows');
const files = readdirSync(FOLDER).filter((name) => /\.ya?ml$/.test(name));
const textOf = (file: string) => readFileSync(join(FOLDER, file), 'utf8');

/** What a stranger can write: an event's titles, bodies, names and branches. */
const UNTRUSTED = /\$\{\{[^}]*(?:github\.event\b|github\.head_ref|github\.ref_name|inputs\.|steps\.|needs\.)[^}]*\}\}/;

/** What is wrong with a workflow, by the house's rules; each in one line that says where. */
function faults(text: string): string[] {
  const workflow = parse(text) as Workflow;
  const found: string[] = [];
  if (workflow.permissions === undefined) found.push('no top-level permissions');
  const events =
    typeof workflow.on === 'string'
      ? [workflow.on]
      : Array.isArray(workflow.on)
        ? workflow.on
        : Object.keys(workflow.on);
  if (events.includes('pull_request_target')) found.push('pull_request_target');
  for (const line of text.split('\n')) {
    const uses = /^\s*(?:- )?uses:\s*(.*)$/.exec(line)?.[1];
    if (uses !== undefined && !/^[\w./-]+@[0-9a-f]{40} # v\d+(?:\.\d+)*$/.test(uses)) found.push(`not pinned: ${uses}`);
  }
  for (const [id, job] of Object.entries(workflow.jobs)) {
    if (!((job['timeout-minutes'] ?? 0) > 0)) found.push(`${id}: no timeout-minutes`);
    const steps = job.steps ?? [];
    const pushes = steps.some(({ run }) => /\bgit push\b/.test(run ?? ''));
    for (const { uses, run, with: input } of steps) {
      if (run !== undefined && UNTRUSTED.test(run))
        found.push(`${id}: interpolates into run: ${run.trim().split('\n')[0]}`);
      if (uses?.startsWith('actions/checkout@') && !pushes && input?.['persist-credentials'] !== false)
        found.push(`${id}: checkout keeps its token`);
    }
  }
  return found;
}

it('looks at every workflow', () => expect(files.length).toBeGreaterThanOrEqual(4));

it.each(files)('%s keeps to the rules', (file) => expect(faults(textOf(file))).toEqual([]));

describe('a workflow', () => {
  const good = textOf('pull-request.yml');
  const comment = textOf('pull-request-comment.yml');

  it.each<[string, string, string | RegExp, string]>([
    ['no top-level permissions', good, /^permissions:\n {2}contents: read\n/m, ''],
    ['pull_request_target', good, 'pull_request:', 'pull_request_target:'],
    ['not pinned: actions/checkout@v7', good, /actions\/checkout@\S+ # v7\.0\.1/, 'actions/checkout@v7'],
    ['not pinned: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1', good, / # v7\.0\.1/, ''],
    ['content: no timeout-minutes', good, /\n {4}timeout-minutes: 10/, ''],
    ['content: checkout keeps its token', good, /\n {10}persist-credentials: false/, ''],
    [
      'content: interpolates into run: echo ${{ github.event.pull_request.title }}',
      good,
      'run: npm ci',
      'run: echo ${{ github.event.pull_request.title }}',
    ],
    [
      'content: interpolates into run: echo ${{ github.head_ref }}',
      good,
      'run: npm ci',
      'run: echo ${{ github.head_ref }}',
    ],
    [
      'comment: interpolates into run: number=${{ steps.comment.outputs.number }}',
      comment,
      'mine=$(gh',
      'number=${{ steps.comment.outputs.number }}\n          mine=$(gh',
    ],
  ])('is found out: %s', (fault, text, from, to) => {
    const spoilt = text.replace(from, to);
    expect(spoilt).not.toBe(text);
    expect(faults(spoilt)).toContain(fault);
  });
});

it('gives a token that writes to no workflow that runs a pull request', () => {
  for (const file of files) {
    const workflow = parse(textOf(file)) as Workflow;
    if (!(typeof workflow.on === 'object' && 'pull_request' in workflow.on)) continue;
    const all = [workflow.permissions, ...Object.values(workflow.jobs).map(({ permissions }) => permissions)];
    for (const permissions of all)
      expect(
        Object.values(permissions ?? {}).filter((access) => access !== 'read'),
        file,
      ).toEqual([]);
  }
});

it('never fetches the code of a pull request where it may write on one', () => {
  const { on, jobs } = parse(textOf('pull-request-comment.yml')) as Workflow;
  expect(Object.keys(on as object)).toEqual(['workflow_run']);
  const steps = Object.values(jobs).flatMap((job) => job.steps ?? []);
  const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
  expect(checkouts.map((step) => step.with?.['ref'])).toEqual(['${{ github.event.repository.default_branch }}']);
  expect(steps.map(({ run }) => run ?? '').join('\n')).not.toMatch(
    /git (?:fetch|checkout|pull)|gh (?:pr checkout|run download)|unzip (?!-p)/,
  );
});

it('comments after the workflow that leaves the summary', () => {
  const { on } = parse(textOf('pull-request-comment.yml')) as { on: { workflow_run: { workflows: string[] } } };
  expect(on.workflow_run.workflows).toEqual([(parse(textOf('pull-request.yml')) as Workflow).name]);
});

it('runs in CI all that npm test runs', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: { test: string } };
  const steps = (parse(textOf('test.yml')) as Workflow).jobs['test']!.steps!.map(({ run }) => run ?? '');
  for (const part of scripts.test.split(' && '))
    expect(
      steps.some((run) => run === part || run.startsWith(`${part} `)),
      part,
    ).toBe(true);
});
