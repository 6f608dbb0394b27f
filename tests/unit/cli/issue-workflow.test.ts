import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { ISSUE_LABELS } from '../../../src/outputs/issue-forms.ts';
import { ROOT } from '../../support/built.ts';

interface Step {
  uses?: string;
  run?: string;
  env?: Record<string, string>;
}

interface Job {
  permissions?: Record<string, string>;
  steps: Step[];
}

const TEXT = readFileSync(join(ROOT, '.github/workflows/issue-to-pull-request.yml'), 'utf8');
const workflow = parse(TEXT) as { permissions: object; jobs: Record<'convert' | 'publish', Job> };
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

it('puts nothing into a command that somebody could have written', () => {
  for (const { run = '' } of steps) expect(run).not.toContain('${{');
  expect(TEXT).not.toMatch(/\$\{\{[^}]*github\.event\.(?:issue\.(?:title|body|user)|comment)/);
});

it('lets the job that reads the issue write nothing, and the job that writes run none of its words', () => {
  expect(workflow.permissions).toEqual({});
  expect(workflow.jobs.convert.permissions).toEqual({ contents: 'read' });
  expect(workflow.jobs.publish.steps.map(({ run = '' }) => run).join('\n')).not.toMatch(/^\s*(?:npm|npx|node|eval)\b/m);
});

it('uses other people’s actions at a commit', () => {
  for (const { uses } of steps) if (uses) expect(uses).toMatch(/@[0-9a-f]{40}$/);
});

it('knows the labels that the forms put', () => {
  for (const label of [ISSUE_LABELS.new, ISSUE_LABELS.correction]) expect(TEXT).toContain(`'${label}'`);
});
