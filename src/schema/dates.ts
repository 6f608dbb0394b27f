import { z } from 'zod';

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Tells whether `YYYY-MM-DD` names a day that exists in the Gregorian calendar. */
function isRealDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  if (month < 1 || month > 12 || day < 1 || day > (DAYS_IN_MONTH[month - 1] ?? 0)) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month !== 2 || day < 29 || leap;
}

/** A calendar day, ISO 8601 `YYYY-MM-DD`. */
export const daySchema = z
  .string({ error: '日期写成 2023-03-14' })
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: '日期写成 2023-03-14' })
  .refine(isRealDay, { error: '这一天在日历上不存在' })
  .meta({ title: '日期' });

/** A calendar day, or a month where the day is not known: `YYYY-MM-DD` or `YYYY-MM`. */
export const dayOrMonthSchema = z
  .string({ error: '日期写成 2023-03-14，只知道月份就写 2023-03' })
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])(?:-\d{2})?$/, { error: '日期写成 2023-03-14，只知道月份就写 2023-03' })
  .refine((text) => text.length === 7 || isRealDay(text), { error: '这一天在日历上不存在' })
  .meta({ title: '日期或月份' });
