import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { writeWhole } from '../files/write-file.ts';
import { pullRequestComment } from '../outputs/pull-request-comment.ts';
import { FIELD_LESSONS } from '../rules/lessons/fields.ts';
import { FILE_LESSONS } from '../rules/lessons/files.ts';
import { WHOLE_LESSONS } from '../rules/lessons/whole.ts';
import { artifactsSchema, pullRequestsSchema, workflowRunEventSchema } from '../schema/pull-request.ts';
import { absolute, paths } from '../site.config.ts';
import { stopKindly } from './arguments.ts';
import { pullRequestOf } from './pull-request/find-run.ts';
import { readSummary } from './pull-request/read-summary.ts';

const USAGE =
  '用法：node src/cli/pull-request-comment.ts --event 事件.json --pulls 拉取请求.json --artifacts 产物.json --summary 摘要.json --out 留言.md';

/** Writes the comment and prints the number of the pull request that it belongs to; nothing where there is none. */
const { values } = stopKindly(USAGE, () =>
  parseArgs({
    options: {
      event: { type: 'string' },
      pulls: { type: 'string' },
      artifacts: { type: 'string' },
      summary: { type: 'string' },
      out: { type: 'string' },
    },
  }),
);
const { event: eventFile, pulls, artifacts: artifactsFile, summary: summaryFile, out } = values;
if (!eventFile || !pulls || !artifactsFile || !summaryFile || !out) {
  console.error(USAGE);
  process.exit(1);
}

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));
const event = workflowRunEventSchema.parse(await readJson(eventFile));
const pullRequest = pullRequestOf(event, pullRequestsSchema.parse(await readJson(pulls)));
if (pullRequest !== undefined) {
  const { artifacts } = artifactsSchema.parse(await readJson(artifactsFile));
  const previews = artifacts.filter(({ name, expired }) => name === 'preview' && !expired);
  const codes = [...FILE_LESSONS, ...FIELD_LESSONS, ...WHOLE_LESSONS].map(({ code }) => code);
  // Without the site's address there is nothing to link to.
  const hasSite = Boolean(process.env['SITE_URL']);
  const comment = pullRequestComment(
    {
      repository: event.repository.full_name,
      runId: event.workflow_run.id,
      headSha: event.workflow_run.head_sha,
      previewId: previews.length > 0 ? Math.max(...previews.map(({ id }) => id)) : null,
      errorPage: (code) => (hasSite && codes.includes(code) ? absolute(paths.errorPage(code)) : undefined),
    },
    await readSummary(summaryFile),
  );
  await writeWhole(out, comment);
  console.log(pullRequest);
}
