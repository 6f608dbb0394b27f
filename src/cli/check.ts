import { parseArgs } from 'node:util';
import { readContent } from '../files/read-content.ts';
import { coverage } from '../domain/catalog/coverage.ts';
import { catalogFrom, checkSources } from '../rules/check.ts';
import { printCoverage } from './reporters/coverage.ts';
import { printGitHub } from './reporters/github.ts';
import { printHuman } from './reporters/human.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { root: { type: 'string', default: process.cwd() } },
});

const sources = await readContent(values.root);
const wanted = positionals.map((file) => file.replaceAll('\\', '/').replace(/^\.\//, ''));
const missing = wanted.filter((file) => !sources.some((source) => source.file === file));
for (const file of missing) console.error(`${file}: 没有这个文件。要检查的文件在 content/ 下面，从项目根目录写起。`);

const findings = checkSources(sources).filter(({ file }) => wanted.length === 0 || wanted.includes(file));
const counted = wanted.length > 0 ? wanted.length - missing.length : sources.length;
console.log(process.env['GITHUB_ACTIONS'] ? printGitHub(findings, counted) : printHuman(findings, counted));
if (wanted.length === 0) {
  const catalog = catalogFrom(sources);
  console.log(printCoverage(coverage(catalog), catalog.projects.length));
}
process.exitCode = findings.length > 0 || missing.length > 0 ? 1 : 0;
