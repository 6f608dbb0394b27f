import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { labelsSchema } from '../schema/labels.ts';
import { stopKindly } from './arguments.ts';

const USAGE = '用法：npm run labels -- [--dry-run]';

/** Makes the labels of `.github/labels.yml` on GitHub, or brings them up to date, through the `gh` command. */
const { values } = stopKindly(USAGE, () => parseArgs({ options: { 'dry-run': { type: 'boolean', default: false } } }));
for (const { name, color, description } of labelsSchema.parse(parse(await readFile('.github/labels.yml', 'utf8')))) {
  if (!values['dry-run'])
    execFileSync('gh', ['label', 'create', name, '--color', color, '--description', description, '--force'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  console.log(`${name}：${description}`);
}
