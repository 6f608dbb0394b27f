import { describe, expect, it } from 'vitest';
import { FIELD_LESSONS } from '../../../src/rules/lessons/fields.ts';
import { FILE_LESSONS } from '../../../src/rules/lessons/files.ts';
import { WHOLE_LESSONS } from '../../../src/rules/lessons/whole.ts';
import { findingsOf } from '../../../src/rules/lessons/lesson.ts';
import { RULES } from '../../../src/rules/registry.ts';

const LESSONS = [...FILE_LESSONS, ...FIELD_LESSONS, ...WHOLE_LESSONS];

describe.each(LESSONS)('$code', (lesson) => {
  it('is what the wrong example gives, and nothing else', () => {
    const codes = new Set(findingsOf(lesson, 'wrong').map(({ code }) => code));
    expect([...codes]).toEqual([lesson.code]);
  });

  it('is not given for the right example, and neither is anything else', () =>
    expect(findingsOf(lesson, 'right')).toEqual([]));

  it('says where, what and what to write', () => {
    for (const { file, line, column, message, hint } of findingsOf(lesson, 'wrong')) {
      expect(file).toMatch(/^content\//);
      expect(line).toBeGreaterThan(0);
      expect(column).toBeGreaterThan(0);
      expect(message).toMatch(/\p{Script=Han}.*。$/u);
      expect(hint).toMatch(/\p{Script=Han}/u);
    }
  });
});

it('teaches every rule', () => {
  const taught = LESSONS.map(({ code }) => code);
  expect(new Set(taught).size).toBe(taught.length);
  expect(taught).toEqual(expect.arrayContaining(RULES.map(({ code }) => code)));
});
