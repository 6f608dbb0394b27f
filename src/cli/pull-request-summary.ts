import { parseArgs } from 'node:util';
import { buildDate } from '../build-date.ts';
import { readContent } from '../files/read-content.ts';
import { writeWhole } from '../files/write-file.ts';
import { checkSources } from '../rules/check.ts';
import { stopKindly } from './arguments.ts';
import { summarize } from './pull-request/summarize.ts';

const USAGE = '用法：node src/cli/pull-request-summary.ts --base 改动前的根目录 --out 写到哪里 [--root 改动后的根目录]';

/** Writes what a pull request does to the content as JSON, for the workflow that comments. */
const { base, root, out } = stopKindly(USAGE, () =>
  parseArgs({
    options: {
      base: { type: 'string' },
      root: { type: 'string', default: process.cwd() },
      out: { type: 'string' },
    },
  }),
).values;
if (!base || !out) {
  console.error(USAGE);
  process.exit(1);
}
const [before, after] = [await readContent(base), await readContent(root)];
const summary = summarize(before, after, checkSources(after, buildDate));
await writeWhole(out, JSON.stringify(summary));
