import { FIELD_LESSONS } from './fields.ts';
import { FILE_LESSONS } from './files.ts';
import type { Lesson } from './lesson.ts';
import { WHOLE_LESSONS } from './whole.ts';

/** Every code that the checker can give, with its lesson: files first, then fields, then what entries say together. */
export const LESSONS: readonly Lesson[] = [...FILE_LESSONS, ...FIELD_LESSONS, ...WHOLE_LESSONS];
