import { FIELD_LESSONS } from '../rules/lessons/fields.ts';
import { FILE_LESSONS } from '../rules/lessons/files.ts';
import { findingsOf, type Lesson } from '../rules/lessons/lesson.ts';
import { WHOLE_LESSONS } from '../rules/lessons/whole.ts';
import { t } from '../i18n/index.ts';

/** Longer examples are cut: a page need not show 200,000 characters to say that they are too many. */
const MAX_EXAMPLE = 700;

/** A lesson with what the checker says of its example, as a page shows it. */
export interface TaughtCode {
  code: string;
  title: string;
  why: string;
  /** True where the example is a file's path. */
  isPath: boolean;
  wrong: string;
  right: string;
  says: { place: string; message: string; hint: string }[];
  isWarning: boolean;
  isFixable: boolean;
}

/** Shows characters that have no look of their own by their number. */
function visible(text: string): string {
  const shown = text
    .trim()
    .replace(
      /[\u200b-\u200f\u202a-\u202e]/g,
      (character) => `⟦U+${character.charCodeAt(0).toString(16).toUpperCase()}⟧`,
    );
  return shown.length > MAX_EXAMPLE ? `${shown.slice(0, MAX_EXAMPLE)}\n${t.checks.cut(text.length)}` : shown;
}

function taught(lesson: Lesson): TaughtCode {
  const findings = findingsOf(lesson, 'wrong');
  const { code, title, why, part } = lesson;
  return {
    code,
    title,
    why,
    isPath: part === 'path',
    wrong: visible(lesson.wrong),
    right: visible(lesson.right),
    says: findings.map(({ file, line, column, message, hint }) => ({
      place: `${file}:${line}:${column}`,
      message,
      hint,
    })),
    isWarning: findings.every(({ severity }) => severity === 'warning'),
    isFixable: findings.some(({ fix }) => fix),
  };
}

/** Everything that the checker can find, in three groups, each with an example that was run through it. */
export const CHECKS: readonly { title: string; codes: readonly TaughtCode[] }[] = [
  { title: t.checks.groups.files, codes: FILE_LESSONS.map(taught) },
  { title: t.checks.groups.fields, codes: FIELD_LESSONS.map(taught) },
  { title: t.checks.groups.whole, codes: WHOLE_LESSONS.map(taught) },
];
