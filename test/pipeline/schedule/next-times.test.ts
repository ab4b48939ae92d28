import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cronOfUnix } from '../../../src/pipeline/schedule/cron-of-unix.ts';
import { countTimes, nextTimes } from '../../../src/pipeline/schedule/next-times.ts';
import { parseSchedule } from '../../../src/pipeline/schedule/parse-schedule.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const NOW_MS = Date.UTC(2026, 10, 23, 13, 50, 12);

const next = (text: string, count = 3) =>
  nextTimes(parseSchedule(text), NOW_MS, count).map((atMs) => new Date(atMs).toISOString().slice(0, 16));

describe('nextTimes', () => {
  it.each([
    ['cron(0 3 * * ? *)', ['2026-11-24T03:00', '2026-11-25T03:00', '2026-11-26T03:00']],
    ['cron(50 13 * * ? *)', ['2026-11-24T13:50', '2026-11-25T13:50', '2026-11-26T13:50']],
    ['cron(0 3 L * ? *)', ['2026-11-30T03:00', '2026-12-31T03:00', '2027-01-31T03:00']],
    ['cron(0 3 31 * ? *)', ['2026-12-31T03:00', '2027-01-31T03:00', '2027-03-31T03:00']],
    ['cron(0 3 29 2 ? *)', ['2028-02-29T03:00', '2032-02-29T03:00', '2036-02-29T03:00']],
    // 2026-11-28 and 2027-05-01 are Saturdays, 2027-01-31 and 2026-12-13 Sundays
    ['cron(0 3 28W 11 ? 2026)', ['2026-11-27T03:00']],
    ['cron(0 3 1W 5 ? 2027)', ['2027-05-03T03:00']],
    ['cron(0 3 31W 1 ? 2027)', ['2027-01-29T03:00']],
    ['cron(0 3 13W 12 ? 2026)', ['2026-12-14T03:00']],
    ['cron(15 10 ? * 6L *)', ['2026-11-27T10:15', '2026-12-25T10:15', '2027-01-29T10:15']],
    ['cron(0 3 ? * 3#2 *)', ['2026-12-08T03:00', '2027-01-12T03:00', '2027-02-09T03:00']],
    ['cron(0 3 ? * MON#5 *)', ['2026-11-30T03:00', '2027-03-29T03:00', '2027-05-31T03:00']],
    ['cron(0 3 30 2 ? *)', []],
    ['cron(0 3 * * ? 2025)', []],
    ['rate(6 hours)', ['2026-11-23T19:50', '2026-11-24T01:50', '2026-11-24T07:50']],
  ])('of %s', (text, times) => {
    expect(next(text)).toEqual(times);
  });

  it('are the minutes that the values of the fields name, and no others', () => {
    fc.assert(
      fc.property(fields, ({ text, matches }) => {
        const untilMs = NOW_MS + 40 * DAY_MS;
        const named = minutesUntil(untilMs).filter((atMs) => matches(new Date(atMs)));
        expect(nextTimes(parseSchedule(text), NOW_MS, 5)).toSatisfy((times: number[]) =>
          named.slice(0, 5).every((atMs, index) => times[index] === atMs),
        );
        expect(countTimes(parseSchedule(text), NOW_MS, untilMs)).toBe(named.length);
      }),
      { numRuns: 40 },
    );
  });
});

describe('cronOfUnix', () => {
  it('comes to the minutes that Unix would run it at', () => {
    fc.assert(
      fc.property(unixLine, ({ line, matches }) => {
        const untilMs = NOW_MS + 15 * DAY_MS;
        const named = minutesUntil(untilMs).filter((atMs) => matches(new Date(atMs)));
        const translated = cronOfUnix(line)!.map(parseSchedule);
        const times = translated.flatMap((cron) => nextTimes(cron, NOW_MS, named.length + 1));
        const within = [...new Set(times)].filter((atMs) => atMs < untilMs).toSorted((a, b) => a - b);
        expect(within.slice(0, named.length)).toEqual(named);
      }),
      { numRuns: 40 },
    );
  });

  it.each(['0 3 * *', '0 3 * * MOO', '0 3 * * 5-2', '0 3 * * */0', 'every night at 3 o’clock', '0 3 ? * *'])(
    'leaves %j alone',
    (line) => {
      expect(cronOfUnix(line)).toBeUndefined();
    },
  );
});

function minutesUntil(untilMs: number): number[] {
  const firstMs = Math.ceil(NOW_MS / MINUTE_MS) * MINUTE_MS;
  return Array.from({ length: Math.ceil((untilMs - firstMs) / MINUTE_MS) }, (_, index) => firstMs + index * MINUTE_MS);
}

interface Written {
  readonly text: string;
  readonly values: ReadonlySet<number>;
}

/** A field and the values it names, made apart from what reads it. */
function field(from: number, to: number): fc.Arbitrary<Written> {
  const value = fc.integer({ min: from, max: to });
  const set = (values: readonly number[]) => new Set(values);
  const between = (start: number, end: number, by = 1) => {
    const values: number[] = [];
    for (let one = start; one <= end; one += by) values.push(one);
    return values;
  };
  return fc.oneof(
    fc.constant({ text: '*', values: set(between(from, to)) }),
    fc.uniqueArray(value, { minLength: 1, maxLength: 3 }).map((given) => ({ text: given.join(), values: set(given) })),
    fc.tuple(value, value).map(([a, b]) => {
      const [start, end] = [Math.min(a, b), Math.max(a, b)];
      return { text: `${start}-${end}`, values: set(between(start, end)) };
    }),
    fc.tuple(value, fc.integer({ min: 1, max: to })).map(([start, by]) => ({
      text: `${start}/${by}`,
      values: set(between(start, to, by)),
    })),
  );
}

const WEEK = { from: 1, to: 7 };
const weekdays = field(WEEK.from, WEEK.to).filter(({ text }) => !text.includes('/'));

const fields = fc
  .record({
    minutes: field(0, 59),
    hours: field(0, 23),
    days: field(1, 31),
    months: field(1, 12),
    week: weekdays,
    byWeek: fc.boolean(),
  })
  .map(({ minutes, hours, days, months, week, byWeek }) => ({
    text: `cron(${minutes.text} ${hours.text} ${byWeek ? '?' : days.text} ${months.text} ${byWeek ? week.text : '?'} *)`,
    matches: (at: Date) =>
      minutes.values.has(at.getUTCMinutes()) &&
      hours.values.has(at.getUTCHours()) &&
      months.values.has(at.getUTCMonth() + 1) &&
      (byWeek ? week.values.has(at.getUTCDay() + 1) : days.values.has(at.getUTCDate())),
  }));

const unixLine = fc
  .record({ minute: fc.integer({ min: 0, max: 59 }), hours: field(0, 23), days: field(1, 31), week: field(0, 7) })
  .map(({ minute, hours, days, week }) => ({
    line: `${minute} ${hours.text} ${days.text} * ${week.text.includes('/') ? `*/${week.text.split('/')[1]}` : week.text}`,
    matches: (at: Date) => {
      const weekValues = week.text.includes('/')
        ? new Set([0, 1, 2, 3, 4, 5, 6].filter((day) => day % Number(week.text.split('/')[1]) === 0))
        : week.values;
      const onDay = days.values.has(at.getUTCDate());
      const onWeekday = weekValues.has(at.getUTCDay()) || (at.getUTCDay() === 0 && weekValues.has(7));
      const isDay = days.text === '*' ? onWeekday : week.text === '*' ? onDay : onDay || onWeekday;
      return at.getUTCMinutes() === minute && hours.values.has(at.getUTCHours()) && isDay;
    },
  }));
