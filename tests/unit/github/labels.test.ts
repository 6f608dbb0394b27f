import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { labelsSchema } from '../../../src/schema/labels.ts';
import { ROOT } from '../../support/built.ts';

const GITHUB = join(ROOT, '.github');
const labels = labelsSchema.parse(parse(readFileSync(join(GITHUB, 'labels.yml'), 'utf8')));
const names = labels.map(({ name }) => name);

/** The YAML files of a folder of .github, as text. */
function textsIn(folder: string): string[] {
  const path = join(GITHUB, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith('.yml'))
    .map((name) => readFileSync(join(path, name), 'utf8'));
}

it('names each label once', () => expect(new Set(names).size).toBe(names.length));

it('has every label that an issue form puts on or a workflow looks for', () => {
  const fromForms = textsIn('ISSUE_TEMPLATE').flatMap((text) => (parse(text) as { labels?: string[] }).labels ?? []);
  const fromWorkflows = textsIn('workflows').flatMap((text) =>
    [...text.matchAll(/labels\.\*\.name, '([^']+)'/g)].map((match) => match[1]!),
  );
  expect(names).toEqual(expect.arrayContaining([...new Set([...fromForms, ...fromWorkflows])]));
});

it('hands each label to gh, as it is written', () => {
  const folder = mkdtempSync(join(tmpdir(), 'labels-'));
  const log = join(folder, 'log');
  writeFileSync(join(folder, 'gh'), '#!/bin/sh\nfor part in "$@"; do printf "%s\\n" "$part" >> "$LOG"; done\n');
  chmodSync(join(folder, 'gh'), 0o755);
  const env = { ...process.env, LOG: log, PATH: `${folder}${delimiter}${process.env['PATH']}` };
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['src/cli/labels.ts', ...args], { cwd: ROOT, encoding: 'utf8', env });
  expect(run('--dry-run').status).toBe(0);
  expect(existsSync(log)).toBe(false);
  expect(run().status).toBe(0);
  const { name, color, description } = labels[0]!;
  expect(readFileSync(log, 'utf8')).toContain(
    ['label', 'create', name, '--color', color, '--description', description, '--force', ''].join('\n'),
  );
  rmSync(folder, { recursive: true });
});
