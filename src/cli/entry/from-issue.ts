import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { oneLine } from '../../domain/entry/answers.ts';
import { answersFromFile, editedFile } from '../../domain/entry/edit-file.ts';
import { entryFile, projectFile } from '../../domain/entry/entry-file.ts';
import { similarProjects } from '../../domain/entry/similar.ts';
import { vocabularyFiles } from '../../domain/entry/vocabulary.ts';
import { t } from '../../i18n/index.ts';
import { fieldLabel } from '../../outputs/entry-words.ts';
import { ISSUE_LABELS } from '../../outputs/issue-forms.ts';
import type { Content } from './content.ts';
import { correctionWish, newEntryAnswers, Refusal } from './issue-answers.ts';
import type { IssueResult } from './issue-result.ts';
import { FileExistsError, isAllowedPath, writeAnswered } from './write-files.ts';

const words = t.contribute.issue;

/** The part of GitHub's event about an issue that is read. */
export const eventSchema = z.object({
  issue: z.object({
    number: z.int().positive(),
    title: z.string().nullish(),
    body: z.string().nullish(),
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime().nullish(),
    labels: z.array(z.object({ name: z.string() })),
  }),
});

export type Issue = z.output<typeof eventSchema>['issue'];

const EMPTY = { files: [], findings: [], similar: [], removed: 0, branch: '', title: '' };

/** Longest title of a pull request that is made of a stranger's words. */
const MAX_TITLE = 80;

function titleOf(text: string): string {
  return [...oneLine(text)].slice(0, MAX_TITLE).join('');
}

function vocabularyPaths({ known }: Content): string[] {
  return (['organizations', 'licenses'] as const).flatMap((folder) =>
    known[folder].map(({ id }) => `content/${folder}/${id}.yml`),
  );
}

async function addEntry(issue: Issue, day: string, content: Content): Promise<IssueResult> {
  const { answers, removed } = newEntryAnswers(issue.body ?? '', content.known, day);
  const entry = entryFile(answers);
  const files = [entry, ...vocabularyFiles(answers)];
  for (const { path } of files)
    if (!isAllowedPath(path)) throw new Refusal(words.badPath(titleOf(path.split('/').slice(2).join('/'))));
  const there = [...content.known.projects.map(({ id }) => projectFile(id)), ...vocabularyPaths(content)];
  for (const { path } of files) if (there.includes(path)) throw new Refusal(words.exists(path));
  const findings = content.check(files);
  const named = { name: answers['name'] ?? '', repo: answers['links.repo'] ?? '' };
  return {
    ok: !findings.some(({ severity }) => severity === 'error'),
    files,
    findings,
    similar: similarProjects(content.known.projects, content.names(), named),
    removed,
    branch: `issue-${issue.number}-${answers['id']}`,
    title: titleOf(words.branchTitle.new(oneLine(answers['name'] ?? ''))),
  };
}

async function correctEntry(issue: Issue, day: string, content: Content, root: string): Promise<IssueResult> {
  const wish = correctionWish(issue.body ?? '', content.known, day);
  const path = projectFile(wish.id);
  if (!isAllowedPath(path)) throw new Refusal(words.badPath(titleOf(wish.id)));
  const text = await readFile(join(root, path), 'utf8').catch(() => {
    throw new Refusal(words.missing(wish.id));
  });
  const before = answersFromFile(text);
  if (!before) throw new Refusal(words.unreadable(path));
  const after = wish.apply(before);
  if (oneLine(before[wish.field] ?? '') === oneLine(after[wish.field] ?? '')) throw new Refusal(words.same);
  const files = [{ path, text: editedFile(text, after)! }];
  const findings = content.check(files);
  return {
    ...EMPTY,
    ok: !findings.some(({ severity }) => severity === 'error'),
    files,
    findings,
    removed: wish.removed,
    branch: `issue-${issue.number}-${wish.id}`,
    title: titleOf(words.branchTitle.correction(before['name'] ?? wish.id, fieldLabel(wish.field))),
  };
}

/**
 * Turns an issue made of one of the issue forms into files below `root` and tells what became of it. Files are
 * written only where they pass the checker; a new entry never replaces a file.
 */
export async function fromIssue(issue: Issue, content: Content, root: string): Promise<IssueResult> {
  const day = (issue.updated_at ?? issue.created_at).slice(0, 10);
  const labels = issue.labels.map(({ name }) => name);
  const isNew = labels.includes(ISSUE_LABELS.new);
  try {
    if (isNew === labels.includes(ISSUE_LABELS.correction))
      throw new Refusal(words.noKind(`${ISSUE_LABELS.new}、${ISSUE_LABELS.correction}`));
    const result = isNew ? await addEntry(issue, day, content) : await correctEntry(issue, day, content, root);
    if (result.ok) for (const file of result.files) await writeAnswered(root, file, !isNew);
    return result;
  } catch (error) {
    if (error instanceof Refusal) return { ...EMPTY, ok: false, refused: error.message };
    if (error instanceof FileExistsError) return { ...EMPTY, ok: false, refused: words.exists(error.path) };
    throw error;
  }
}
