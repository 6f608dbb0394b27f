import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { buildDate } from '../build-date.ts';
import { planLinks } from '../domain/upkeep/link-plan.ts';
import { summariseLinks } from '../domain/upkeep/link-summary.ts';
import { readLinkCache, writeLinkCache } from '../files/link-cache.ts';
import { readExceptionsFile } from '../files/link-exceptions.ts';
import { readContent } from '../files/read-content.ts';
import { externalLinks } from '../rules/external-links.ts';
import { exceptionsOn } from '../rules/link-exceptions.ts';
import { github } from '../site.config.ts';
import { checkLinks } from './links/run.ts';
import { printLinksJson, printLinksReport } from './reporters/links-report.ts';
import { runCommand, UsageError } from './run-command.ts';

const HELP = `npm run links -- [选项]
  --host 主机       只查这台主机（和它下面的子域）
  --limit 个数      最多问几个地址，剩下的下次再问
  --json            输出 JSON
  --report 文件     把报告（Markdown）写进文件
  --root 目录       项目根目录，缺省是当前目录
有打不开的地址时退出码是 1，其余是 0。结果记在 .cache/links.json，正常的 20 天内不再问。`;

/** Answers between two savings of the cache. */
const SAVE_EVERY = 50;

await runCommand(HELP, async () => {
  const { values } = parseArgs({
    options: {
      root: { type: 'string', default: process.cwd() },
      host: { type: 'string' },
      limit: { type: 'string' },
      json: { type: 'boolean', default: false },
      report: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const { root, host, limit } = values;
  if (limit !== undefined && !/^\d+$/.test(limit)) throw new UsageError(`--limit 要写个数，写的是 '${limit}'。`);

  const links = externalLinks(await readContent(root));
  const cache = await readLinkCache(root);
  const read = await readExceptionsFile(root);
  const { exceptions, findings: expired } = exceptionsOn(read.good, buildDate);
  const findings = [...read.source.findings, ...expired];
  const plan = planLinks(links, cache, exceptions, {
    now: new Date(),
    host: host?.toLowerCase(),
    limit: limit === undefined ? undefined : Number(limit),
  });
  console.error(`${links.length} 个地址，这次要问 ${plan.due.length} 个。同一台主机一个一个问，会慢一些。`);

  let answers = 0;
  const asked = await checkLinks(plan.due, {
    userAgent: `pingti-tujian-links (+${github.repository()})`,
    timeout: 20_000,
    second: 1000,
    async answered({ url }, result) {
      cache.links[url] = result;
      answers++;
      if (answers % SAVE_EVERY !== 0) return;
      console.error(`问了 ${answers} 个。`);
      await writeLinkCache(root, cache);
    },
  });
  // What the content has no more need not be remembered.
  const wanted = new Set(links.map(({ url }) => url));
  const kept = Object.entries(cache.links).filter(([url]) => wanted.has(url));
  await writeLinkCache(root, { ...cache, links: Object.fromEntries(kept) });

  const summary = summariseLinks(plan, asked);
  const report = printLinksReport(summary, findings, buildDate);
  if (values.report) await writeFile(values.report, report);
  console.log(values.json ? printLinksJson(summary, findings, buildDate) : report);
  return summary.counts.dead > 0 ? 1 : 0;
});
