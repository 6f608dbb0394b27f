import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { coverage, missingFacts } from '../domain/catalog/coverage.ts';
import { buildDate } from '../build-date.ts';
import { readContent } from '../files/read-content.ts';
import { writeWhole } from '../files/write-file.ts';
import { catalogFrom, checkSources } from '../rules/check.ts';
import { mend } from '../rules/fix.ts';
import type { Source } from '../rules/source.ts';
import { absolute, paths } from '../site.config.ts';
import { stopKindly } from './arguments.ts';
import { printCoverage, printMissing } from './reporters/coverage.ts';
import { FORMATS } from './reporters/formats.ts';

const USAGE = `用法：npm run check -- [--fix] [--format ${Object.keys(FORMATS).join('|')}] [文件…]`;

const { values, positionals } = stopKindly(USAGE, () =>
  parseArgs({
    allowPositionals: true,
    options: {
      root: { type: 'string', default: process.cwd() },
      fix: { type: 'boolean', default: false },
      format: { type: 'string', default: process.env['GITHUB_ACTIONS'] ? 'github' : 'human' },
    },
  }),
);
const print = FORMATS[values.format];
if (!print) {
  console.error(`没有 '${values.format}' 这种格式。\n${USAGE}`);
  process.exit(1);
}
/** People read what follows; a program that asked for data gets nothing else. */
const isForPeople = values.format === 'human' || values.format === 'github';

let sources: readonly Source[] = await readContent(values.root);
const wanted = positionals.map((file) => file.replaceAll('\\', '/').replace(/^\.\//, ''));
const isWanted = (file: string) => wanted.length === 0 || wanted.includes(file);
const missing = wanted.filter((file) => !sources.some((source) => source.file === file));
for (const file of missing) console.error(`${file}: 没有这个文件。要检查的文件在 content/ 下面，从项目根目录写起。`);

const check = (all: readonly Source[]) => checkSources(all, buildDate);
if (values.fix) {
  const { sources: mended, changed, count } = mend(sources, check, isWanted);
  for (const { file, text } of changed) await writeWhole(join(values.root, file), text);
  sources = mended;
  if (isForPeople) console.log(`自动改好 ${count} 处，改了 ${changed.length} 个文件。`);
}

const findings = check(sources).filter(({ file }) => isWanted(file));
const counted = wanted.length > 0 ? wanted.length - missing.length : sources.length;
console.log(print(findings, counted, (code) => absolute(paths.errorPage(code))));
if (isForPeople) {
  const catalog = catalogFrom(sources);
  if (wanted.length === 0) console.log(printCoverage(coverage(catalog), catalog.projects.length));
  for (const project of catalog.projects)
    if (wanted.includes(project.file)) console.log(printMissing(project.file, missingFacts(project)));
}
process.exitCode = missing.length > 0 || findings.some(({ severity }) => severity === 'error') ? 1 : 0;
