import type { NewFile } from '../../domain/entry/entry-file.ts';
import type { Similar } from '../../domain/entry/similar.ts';
import { t } from '../../i18n/index.ts';
import type { Finding } from '../../rules/finding.ts';
import { printHuman } from '../reporters/human.ts';

const words = t.contribute.issue;

/** What became of an issue, as data for the workflow. */
export interface IssueResult {
  /** True where files were written and pass the checker. */
  ok: boolean;
  /** Why nothing was made, where nothing was. */
  refused?: string;
  files: readonly NewFile[];
  findings: readonly Finding[];
  similar: readonly Similar[];
  /** Hidden characters that were taken out. */
  removed: number;
  /** Name of the branch and title of the pull request. */
  branch: string;
  title: string;
}

/** Puts text that strangers wrote into a code block which it cannot leave; nothing in it is a mention, a link or HTML then. */
function block(text: string, language = ''): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}

/** Tells the person who wrote the issue what became of it, in Markdown. */
export function issueComment(result: IssueResult): string {
  const { ok, refused, files, findings, similar, removed } = result;
  const parts: string[] = [];
  if (refused !== undefined) parts.push(words.refused, block(refused));
  else if (ok) parts.push(words.done(files.map(({ path }) => `\`${path}\``).join('、')));
  else parts.push(words.toFix(findings.length), block(printHuman(findings, files.length)));
  if (removed > 0) parts.push(words.removed(removed));
  const alike = similar.map(({ id, because }) => `${id}（${t.contribute.cli.because[because]}）`);
  if (alike.length > 0) parts.push(words.alike, block(alike.join('\n')));
  if (!ok && files.length > 0) parts.push(words.file, ...files.map(({ text }) => block(text, 'yaml')));
  return `${parts.join('\n\n')}\n`;
}

/** The summary for the workflow: everything but the files' texts. */
export function issueSummary(result: IssueResult): Record<string, unknown> {
  return { ...result, files: result.files.map(({ path }) => path) };
}
