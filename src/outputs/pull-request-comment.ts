import { createPaths } from '../domain/paths.ts';
import { t } from '../i18n/index.ts';
import type { CollectionName } from '../schema/collections.ts';
import { idSchema, licenseIdSchema } from '../schema/ids.ts';
import type { Verdict } from '../schema/license.ts';
import type { Summary, SummaryEntry, SummaryFinding } from '../schema/pull-request.ts';
import { inert } from './inert.ts';

const words = t.review;

/** First line of the comment, by which it is found again. */
export const COMMENT_MARK = '<!-- pull-request-summary -->';

/** GitHub refuses a comment of more than 65,536 characters. */
const MAX_LENGTH = 60_000;

/** How many rows of each list are shown, fewer where the comment would get too long. */
const ROWS = [20, 8, 2] as const;

/** What the workflow knows of a run from GitHub itself, not from what the run left. */
export interface RunFacts {
  /** `owner/name` of the repository that the pull request is for. */
  repository: string;
  runId: number;
  headSha: string;
  /** Artifact with the built site; null where there is none. */
  previewId: number | null;
  /** Address of the page that explains a code; undefined where there is none. */
  errorPage: (code: string) => string | undefined;
}

const link = (text: string, href: string) => `[${text}](${href})`;

/** Writes a path so that it can do nothing in a Markdown link but be a path. */
function encodePath(path: string): string {
  const encode = (part: string) =>
    encodeURIComponent(part.toWellFormed()).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return path.split('/').map(encode).join('/');
}

/** The file as the pull request has it; null where its address would be out of all proportion. */
function fileLink({ repository, headSha }: RunFacts, file: string, line?: number): string | null {
  const path = encodePath(file);
  if (path.length > 300) return null;
  const root = `https://github.com/${repository}/blob/${headSha}/${path}`;
  return line === undefined ? root : `${root}?plain=1#L${line}`;
}

function logLink({ repository, runId }: RunFacts): string {
  return link(words.log, `https://github.com/${repository}/actions/runs/${runId}`);
}

function findingLines(run: RunFacts, { code, severity, file, line, message, hint }: SummaryFinding): string {
  const href = fileLink(run, file, line);
  const place = `${inert(file, 120)} ${href === null ? words.line(line) : link(words.line(line), href)}`;
  const page = run.errorPage(code);
  const name = page === undefined ? inert(code, 40) : link(inert(code, 40), page);
  return [
    `- ${severity === 'warning' ? words.warning : ''}${place} · ${name}  `,
    `  ${inert(message, 300)}  `,
    `  → ${inert(hint, 300)}`,
  ].join('\n');
}

function findingsPart(run: RunFacts, { counts, findings }: Summary, rows: number): string[] {
  if (counts.errors + counts.warnings === 0) return [`### ${words.noFindings(counts.files)}`];
  const shown = findings.slice(0, rows);
  const left = counts.errors + counts.warnings - shown.length;
  return [
    `### ${words.findings(counts.errors, counts.warnings)}`,
    shown.map((finding) => findingLines(run, finding)).join('\n'),
    left > 0 ? `${words.more(left)}${logLink(run)}。` : '',
    counts.fixable > 0 ? `${words.fixable(counts.fixable)}\`${words.fixCommand}\`` : '',
  ];
}

const verdictWord = (verdict: Verdict | null) => (verdict === null ? words.none : t.verdict[verdict]);

function entryRow(run: RunFacts, { file, id, collection, change, facts }: SummaryEntry): string {
  const href = change === 'removed' ? null : fileLink(run, file);
  const name = inert(id, 60);
  const changed = facts && facts.verdictBefore !== null && facts.verdictBefore !== facts.verdict;
  const missing = facts?.missing ?? [];
  const cells = [
    href === null ? name : link(name, href),
    t.reference.collection[collection],
    words.change[change],
    facts === null
      ? change === 'removed'
        ? words.removedNote
        : words.unreadable
      : changed
        ? words.becomes(verdictWord(facts.verdictBefore), verdictWord(facts.verdict))
        : verdictWord(facts.verdict),
    facts?.sources === null || facts === null ? words.none : words.sources(facts.sources),
    missing.length === 0
      ? words.none
      : missing
          .slice(0, 4)
          .map((fact) => inert(fact, 60))
          .join(' ') + (missing.length > 4 ? words.moreFacts(missing.length) : ''),
  ];
  return `| ${cells.join(' | ')} |`;
}

function entriesPart(run: RunFacts, { counts, entries, verdicts }: Summary, rows: number): string[] {
  if (counts.entries === 0) return [words.noEntries];
  const shown = entries.slice(0, rows);
  return [
    `### ${words.entries}`,
    [
      `| ${words.head.join(' | ')} |`,
      `| ${words.head.map(() => '---').join(' | ')} |`,
      ...shown.map((entry) => entryRow(run, entry)),
    ].join('\n'),
    counts.entries > shown.length ? words.entriesMore(counts.entries - shown.length) : '',
    ...verdictsPart(counts.verdicts, verdicts.slice(0, rows)),
  ];
}

function verdictsPart(total: number, shown: Summary['verdicts']): string[] {
  if (total === 0) return [];
  return [
    `### ${words.verdicts}`,
    shown
      .map(({ id, before, after }) => `- ${inert(id, 60)}：${words.becomes(verdictWord(before), verdictWord(after))}`)
      .join('\n'),
    total > shown.length ? words.entriesMore(total - shown.length) : '',
  ];
}

const paths = createPaths('/');

/** Pages of the folders that have one for each file. */
const PAGES: Partial<Record<CollectionName, (id: string) => string>> = {
  projects: paths.project,
  categories: paths.category,
  organizations: paths.organization,
  licenses: paths.license,
  datasets: paths.dataset,
  leaderboards: paths.leaderboard,
  guides: paths.guide,
};

/** Addresses of the entries' pages on the reader's own machine; ids that are no ids have none. */
function previewPages({ entries }: Summary): string[] {
  return entries
    .filter(({ change, facts }) => change !== 'removed' && facts !== null)
    .filter(({ id, collection }) => (collection === 'licenses' ? licenseIdSchema : idSchema).safeParse(id).success)
    .filter(({ id }) => id.length <= 80)
    .flatMap(({ id, collection }) => PAGES[collection]?.(id) ?? [])
    .map((path) => `- \`${words.previewAddress}${path}\``);
}

function previewPart(run: RunFacts, summary: Summary | null): string[] {
  const title = `### ${words.preview}`;
  if (run.previewId === null) return [title, words.noPreview(logLink(run))];
  const artifact = `https://github.com/${run.repository}/actions/runs/${run.runId}/artifacts/${run.previewId}`;
  const [command, other] = words.previewCommands;
  const pages = summary ? previewPages(summary) : [];
  return [
    title,
    words.previewSteps(link(words.previewDownload, artifact), `\`${command}\``, `\`${other}\``),
    (pages.length > 0 ? pages.slice(0, 8) : [`- \`${words.previewAddress}/\``]).join('\n'),
    words.previewCaution,
  ];
}

function comment(run: RunFacts, summary: Summary | null, rows: number): string {
  const parts = summary
    ? [...findingsPart(run, summary, rows), ...entriesPart(run, summary, rows)]
    : [`### ${words.unread}`, `${logLink(run)}。`];
  return [COMMENT_MARK, ...parts, ...previewPart(run, summary), words.footer(run.headSha.slice(0, 7))]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

/**
 * Writes the one comment on a pull request in GitHub's Markdown. The summary was made by the pull request's own
 * code: every text of it is shown inert, and the comment keeps below what GitHub takes. Null: it could not be read.
 */
export function pullRequestComment(run: RunFacts, summary: Summary | null): string {
  const tries = ROWS.map((rows) => comment(run, summary, rows));
  return tries.find(({ length }) => length <= MAX_LENGTH) ?? comment(run, null, 0);
}
