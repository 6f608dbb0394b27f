import type { Answers } from '../domain/entry/answers.ts';
import { answersFromFile, editedFile } from '../domain/entry/edit-file.ts';
import { entryFile, projectFile, type NewFile } from '../domain/entry/entry-file.ts';
import { suggestIds } from '../domain/entry/ids.ts';
import type { KnownFile } from '../domain/entry/known.ts';
import { withIds } from '../domain/entry/resolve.ts';
import { NEW_GROUPS } from '../domain/entry/new-groups.ts';
import { vocabularyFiles } from '../domain/entry/vocabulary.ts';
import { itemPlaces } from '../domain/entry/answers.ts';
import type { Project } from '../domain/catalog/model.ts';
import { commercialUse } from '../domain/licensing/verdict.ts';
import { catalogWith, checkEntry } from '../rules/check-entry.ts';
import { parseSource, type Source } from '../rules/source.ts';
import type { Verdict } from '../schema/license.ts';
import { answerOfFinding, withoutPath } from './answer-path.ts';
import { knownSources } from './known-sources.ts';

/** Something to correct, told at the answer that it is about. */
export interface Problem {
  /** Path of the answer, a group's key, or empty. */
  path: string;
  code: string;
  severity: 'error' | 'warning';
  message: string;
  hint: string;
  /** The value that was refused, where the finding tells it. */
  actual: string | undefined;
  /** The file that it is in, where that is not the entry's. */
  file: string | undefined;
}

/** What the form's answers come to. */
export interface Outcome {
  /** The entry first. */
  files: readonly NewFile[];
  problems: readonly Problem[];
  /** The entry as the site would have it, and its licence verdict; null where the schema refuses it. */
  project: Project | null;
  verdict: Verdict;
  /** True where an entry is being corrected and nothing of it has changed. */
  unchanged: boolean;
}

/** Checks answers against the catalogue, again and again while somebody writes. */
export interface FormChecker {
  check: (answers: Answers) => Outcome;
}

export { answersFromFile };

/** The likeliest free id for a name and repository; empty where none can be made. */
export function suggestId({ projects }: KnownFile, name: string, repo: string): string {
  return suggestIds(name, repo, new Set(projects.map(({ id }) => id)))[0] ?? '';
}

/** Stands for an id that nobody has given yet; the file's name is told to be missing, not wrong. */
const NO_ID = 'new-entry';

function sourceOf({ path, text }: NewFile): Source {
  return parseSource(path.split('/')[1] as 'projects' | 'organizations' | 'licenses', path, text);
}

/** Which of the new files beside the entry a finding is in, as the path of its answers. */
function besides(file: string, answers: Answers): string | undefined {
  const [, folder, name = ''] = file.split('/');
  const group = NEW_GROUPS[folder as keyof typeof NEW_GROUPS];
  const place = itemPlaces(answers, group ?? '').find((one) => `${answers[`${group}.${one}.id`]?.trim()}.yml` === name);
  return place === undefined ? undefined : `${group}.${place}`;
}

function problemsOf(
  entry: Source,
  others: readonly Source[],
  rest: readonly Source[],
  answers: Answers,
  today: string,
): Problem[] {
  return checkEntry([entry, ...others], rest, today).map((finding) => {
    const isHere = finding.file === entry.file;
    const item = isHere ? undefined : besides(finding.file, answers);
    const key = /^(\w+): /.exec(finding.message)?.[1];
    return {
      path: isHere ? answerOfFinding(finding, entry, answers) : item ? [item, ...(key ? [key] : [])].join('.') : '',
      code: finding.code,
      severity: finding.severity,
      message: withoutPath(finding.message),
      // What a missing field is for stands beside it.
      hint:
        finding.code === 'missing-field' && isHere && answerOfFinding(finding, entry, answers) !== 'links'
          ? ''
          : finding.hint,
      actual: finding.actual,
      file: isHere || item ? undefined : finding.file,
    };
  });
}

/**
 * Makes the checker of a form: the same writer, schema and rules as on the command line, over what the page knows.
 * @param original the text of the entry that is being corrected
 * @param idMissing what to say where there is no id
 */
export function formChecker(known: KnownFile, today: string, idMissing: string, original?: string): FormChecker {
  const rest = knownSources(known);
  return {
    check(said) {
      const answers = withIds(said, known);
      const id = answers['id']?.trim() ?? '';
      const edited = original === undefined ? undefined : editedFile(original, answers);
      const made = entryFile({ ...answers, id: id || NO_ID });
      const entry = edited === undefined || edited === null ? made : { path: projectFile(id), text: edited };
      const extra = vocabularyFiles(answers);
      const source = sourceOf(entry);
      const others = extra.map(sourceOf);
      const problems = problemsOf(source, others, rest, answers, today);
      if (id === '')
        problems.unshift({
          path: 'id',
          code: 'file-name',
          severity: 'error',
          message: idMissing,
          hint: '',
          actual: '',
          file: undefined,
        });
      const catalog = catalogWith([...rest.filter(({ file }) => file !== source.file), source, ...others]);
      const project = catalog.projectById.get(source.id) ?? null;
      return {
        files: [id === '' ? { ...entry, path: projectFile('…') } : entry, ...extra],
        problems,
        project: source.data === null ? null : project,
        verdict: source.data === null || !project ? 'unknown' : commercialUse(catalog, project).verdict,
        unchanged: original !== undefined && edited === original,
      };
    },
  };
}
