import type { Finding } from './finding.ts';
import { findingAt, type Rule, type Valid } from './rule.ts';
import { fieldName } from './schema-findings.ts';
import type { FactLocation } from './source.ts';

const CODE = 'date';

/** Nothing that the catalogue holds is older; an earlier date is a slip of the finger. */
const EARLIEST = '2010-01';

interface Dated {
  path: FactLocation;
  date: string;
}

/** The facts of any folder that carry dates. */
interface WithDates {
  released?: string | undefined;
  status?: { since?: string | undefined } | undefined;
  changes?: readonly { date: string }[];
  evidence?: readonly { accessed: string }[];
  sources?: readonly { accessed: string }[];
}

function datesOf(data: WithDates): Dated[] {
  const accessed = (list: 'evidence' | 'sources') =>
    (data[list] ?? []).map((item, i) => ({ path: [list, i, 'accessed'], date: item.accessed }));
  return [
    ...(data.released ? [{ path: ['released'], date: data.released }] : []),
    ...(data.status?.since ? [{ path: ['status', 'since'], date: data.status.since }] : []),
    ...(data.changes ?? []).map(({ date }, i) => ({ path: ['changes', i, 'date'], date })),
    ...accessed('evidence'),
    ...accessed('sources'),
  ];
}

/** Compares two dates as far as both are known: a month is neither before nor after a day in it. */
export function isBefore(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length);
}

function outOfRange(source: Valid<WithDates>, today: string | undefined): Finding[] {
  return datesOf(source.data).flatMap(({ path, date }) => {
    const at = (message: string, hint: string) =>
      findingAt(source, CODE, path, `${fieldName(path)}: ${message}`, hint, { actual: date });
    if (today !== undefined && isBefore(today, date))
      return [at(`${date} 还没有到。`, `今天是 ${today}；检查年份，还没发生的事不写`)];
    if (isBefore(date, EARLIEST)) return [at(`${date} 太早了。`, `目录里没有 ${EARLIEST} 以前的事，检查年份`)];
    return [];
  });
}

function outOfOrder(source: Valid<WithDates>): Finding[] {
  const { released, status, changes = [] } = source.data;
  const findings = changes.flatMap(({ date }, i) => {
    const before = changes[i - 1]?.date;
    if (before === undefined || !isBefore(date, before)) return [];
    const message = `changes[${i}].date: ${date} 比上一条 ${before} 早。`;
    return [findingAt(source, CODE, ['changes', i, 'date'], message, '按日期排，新的在后', { actual: date })];
  });
  if (released && status?.since && isBefore(status.since, released))
    findings.push(
      findingAt(
        source,
        CODE,
        ['status', 'since'],
        `status.since: ${status.since} 在首次公开 ${released} 之前。`,
        '检查 released 和 status.since 哪一个写错了',
        { actual: status.since },
      ),
    );
  return findings;
}

/** Dates are ones that can be: not to come, not before the field began, in order. */
export const dateRule: Rule = {
  code: CODE,
  title: '日期合情理：不在今天之后，先后不颠倒',
  check: ({ projects, datasets, leaderboards, licenses, organizations, today }) => [
    ...[...projects, ...datasets, ...leaderboards].flatMap((source) => [
      ...outOfRange(source as Valid<WithDates>, today),
      ...outOfOrder(source as Valid<WithDates>),
    ]),
    ...[...licenses, ...organizations].flatMap((source) => outOfRange(source as Valid<WithDates>, today)),
  ],
};
