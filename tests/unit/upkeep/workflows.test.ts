import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../../support/built.ts';

interface Job {
  permissions?: Record<string, string>;
  steps: { uses?: string; run?: string }[];
}

interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}

const FOLDER = join(ROOT, '.github/workflows');
const textOf = (file: string) => readFileSync(join(FOLDER, file), 'utf8');
const workflow = (file: string) => parse(textOf(file)) as Workflow;

describe.each(readdirSync(FOLDER).filter((file) => /\.ya?ml$/.test(file)))('%s', (file) => {
  it('names every action of others by a full commit, with its version beside it', () => {
    const uses = [...textOf(file).matchAll(/uses:\s*(.+)$/gm)].map((match) => match[1]!);
    for (const use of uses) if (!use.startsWith('./')) expect(use).toMatch(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('may write nothing unless a job says so', () => {
    expect(Object.values(workflow(file).permissions).filter((right) => right !== 'read')).toEqual([]);
  });
});

describe('the weekly workflows', () => {
  it.each(['refresh.yml', 'links.yml'])('%s runs every week and on demand', (file) =>
    expect(workflow(file).on).toEqual({
      schedule: [{ cron: expect.stringMatching(/^\d+ \d+ \* \* \d$/) as string }],
      workflow_dispatch: null,
    }),
  );

  it('never run packages where they can write', () => {
    for (const file of ['refresh.yml', 'links.yml'])
      for (const [name, { permissions = {}, steps }] of Object.entries(workflow(file).jobs)) {
        const writes = Object.values(permissions).includes('write');
        const runs = steps.some(({ run = '' }) => /\bnp[mx]\b|\bnode\b/.test(run));
        expect(writes && runs, `${file} ${name}`).toBe(false);
      }
  });

  it('propose changes to entries and the snapshot alone', () => {
    const script = workflow('refresh.yml')
      .jobs['propose']!.steps.map(({ run = '' }) => run)
      .join('\n');
    expect(script).toMatch(/git apply .*--include='content\/projects\/\*' --include='content\/_generated\/\*'/);
  });
});
