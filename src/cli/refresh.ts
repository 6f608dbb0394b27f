import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { KeptProject } from '../domain/upkeep/proposals.ts';
import { gitHubName } from '../domain/upkeep/repository.ts';
import { buildDate } from '../build-date.ts';
import { readSnapshot, SNAPSHOT_FILE, writeSnapshot } from '../files/github-snapshot.ts';
import { readContent } from '../files/read-content.ts';
import { writeWhole } from '../files/write-file.ts';
import { applyProposals, type Applied } from '../rules/apply-proposals.ts';
import { catalogFrom } from '../rules/check.ts';
import { createClient } from './github/client.ts';
import { printRefreshReport, stopSentence } from './reporters/refresh-report.ts';
import { refresh } from './refresh/run.ts';
import { runCommand, UsageError } from './run-command.ts';

const HELP = `npm run refresh -- [选项]
  --only id,id      只问这些条目
  --apply           把改名和归档写进条目（许可证和找不到的只写进报告）
  --dry-run         什么都不写，只看报告
  --report 文件     把报告写进文件
  --max-wait 秒     限额用完时最多等多久，缺省 60
  --root 目录       项目根目录，缺省是当前目录
环境变量：GITHUB_TOKEN（没有也行，每小时 60 个），GITHUB_API_URL（缺省 https://api.github.com）`;

await runCommand(HELP, async () => {
  const { values } = parseArgs({
    options: {
      root: { type: 'string', default: process.cwd() },
      only: { type: 'string' },
      apply: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      report: { type: 'string' },
      'max-wait': { type: 'string', default: '60' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const { root, apply, 'dry-run': dryRun } = values;
  const maxWait = Number(values['max-wait']);
  if (!(maxWait >= 0)) throw new UsageError(`--max-wait 要写秒数，写的是 '${values['max-wait']}'。`);
  const apiUrl = process.env['GITHUB_API_URL'] || 'https://api.github.com';
  if (!URL.canParse(apiUrl)) throw new UsageError(`GITHUB_API_URL 不是网址：'${apiUrl}'。`);

  const sources = await readContent(root);
  const { projects, licenseById } = catalogFrom(sources);
  const wanted = values.only?.split(',').map((id) => id.trim());
  const unknown = wanted?.filter((id) => !projects.some((project) => project.id === id)) ?? [];
  if (unknown.length > 0) throw new UsageError(`没有名为 '${unknown.join("'、'")}' 的条目，或者它没有通过检查。`);
  const chosen = projects.filter(({ id }) => wanted === undefined || wanted.includes(id));

  const kept: KeptProject[] = chosen.flatMap(({ id, links: { repo }, status: { state }, licenses: { code } }) =>
    repo === null || !gitHubName(repo)
      ? []
      : [{ id, repo, state, codeLicense: code, codeSpdx: licenseById.get(code)?.spdx ?? null }],
  );
  const before = await readSnapshot(root);
  let written = JSON.stringify(before);
  const result = await refresh({
    client: createClient({
      apiUrl,
      token: process.env['GITHUB_TOKEN'],
      maxWait,
      say: (sentence) => console.error(sentence),
    }),
    projects: kept,
    all: projects.flatMap(({ id, links: { repo } }) => (repo === null ? [] : [{ id, repo }])),
    snapshot: before,
    today: buildDate,
    async save(snapshot) {
      const text = JSON.stringify(snapshot);
      if (dryRun || text === written) return;
      await writeSnapshot(root, snapshot);
      written = text;
    },
  });

  let applied: Applied | null = null;
  if (apply && !dryRun) {
    applied = applyProposals(sources, result.proposals, buildDate);
    for (const { file, text } of applied.changed) await writeWhole(join(root, file), text);
  }

  const report = printRefreshReport({
    ...result,
    today: buildDate,
    applied,
    dryRun,
    elsewhere: chosen.length - kept.length,
  });
  if (values.report) await writeFile(values.report, report);
  console.log(report);
  if (!dryRun && written !== JSON.stringify(before)) console.error(`快照写在 ${SNAPSHOT_FILE}。`);
  const stop = stopSentence(result);
  if (stop) console.error(stop);
  // Ending early is no fault as long as something was learnt: the next run goes on from there.
  const learnt = result.counts.news + result.counts.unchanged + result.counts.missing;
  return result.stopped && learnt === 0 ? 1 : 0;
});
