import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { buildDate } from '../build-date.ts';
import { openContent } from './entry/content.ts';
import { eventSchema, fromIssue } from './entry/from-issue.ts';
import { issueComment, issueSummary } from './entry/issue-result.ts';

/*
 * Turns an issue made of one of the issue forms into files of the catalogue. The issue is text from strangers: it is
 * read from a file and never run; it can name no file but those of `isAllowedPath`.
 *
 *   node src/cli/from-issue.ts --event event.json [--root .] [--comment comment.md]
 *
 * `event.json` is what GitHub gives a workflow about the issue. Prints a summary as JSON; exit 0 where files were
 * written and pass the checker, 1 where there is something to correct.
 */

const { values } = parseArgs({
  options: {
    event: { type: 'string' },
    root: { type: 'string', default: process.cwd() },
    comment: { type: 'string' },
  },
});
const { issue } = eventSchema.parse(JSON.parse(await readFile(values.event!, 'utf8')));
const result = await fromIssue(issue, await openContent(values.root, buildDate), values.root);
if (values.comment) await writeFile(values.comment, issueComment(result));
console.log(JSON.stringify(issueSummary(result), null, 2));
process.exitCode = result.ok ? 0 : 1;
