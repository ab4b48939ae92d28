import { SluiceError } from '../../errors/sluice-error.ts';
import { CRON_FIELDS, cronValues } from './cron-field.ts';
import { parseDays } from './parse-days.ts';
import { parseRate } from './parse-rate.ts';
import { cronOfUnix } from './cron-of-unix.ts';
import type { Cron, ScheduleExpression } from './schedule-expression.ts';

/** EventBridge takes no longer expression. */
const MAX_LENGTH = 256;

/**
 * Reads what EventBridge takes as the schedule of a rule: `cron(minutes hours day-of-month month day-of-week year)` in
 * UTC or `rate(value unit)`. Throws `schedule.bad-expression`, `schedule.unix-cron`, `schedule.bad-field`,
 * `schedule.both-days`.
 */
export function parseSchedule(text: string): ScheduleExpression {
  const [, form, body] = /^(cron|rate)\((.*)\)$/.exec(text) ?? [];
  if (form === undefined || body === undefined || text.length > MAX_LENGTH) throw unreadable(text);
  return form === 'rate' ? parseRate(body) : parseCron(body, text);
}

function parseCron(body: string, text: string): Cron {
  const fields = body.split(/ +/);
  if (fields.length !== 6) throw unreadable(text);
  const [minutes, hours, dayOfMonth, months, dayOfWeek, years] = fields as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  return {
    kind: 'cron',
    minutes: cronValues(CRON_FIELDS.minutes, minutes),
    hours: cronValues(CRON_FIELDS.hours, hours),
    days: parseDays(dayOfMonth, dayOfWeek),
    months: cronValues(CRON_FIELDS.months, months),
    years: cronValues(CRON_FIELDS.years, years),
  };
}

function unreadable(text: string): SluiceError {
  const [, inner = text] = /^cron\((.*)\)$/.exec(text) ?? [];
  const translated = cronOfUnix(inner);
  if (translated === undefined) return badExpression(text);
  translated.forEach(parseSchedule); // a field that neither takes is the better news
  return unixCron(text, translated);
}

function unixCron(seen: string, translated: readonly string[]): SluiceError {
  return new SluiceError({
    code: 'schedule.unix-cron',
    message: 'a schedule is written as Unix cron, which has five fields; EventBridge has six',
    seen,
    allowed: 'cron(minutes hours day-of-month month day-of-week year), in UTC',
    mend:
      translated.length === 1
        ? `write ${translated[0]}, and mind that its hours are UTC`
        : `Unix runs it on the one or the other day: write two schedules, ${translated.join(' and ')}`,
  });
}

function badExpression(seen: string): SluiceError {
  return new SluiceError({
    code: 'schedule.bad-expression',
    message: 'a schedule is not one that EventBridge takes',
    seen,
    allowed: 'cron(minutes hours day-of-month month day-of-week year) in UTC, or rate(VALUE minutes|hours|days)',
    mend: mendOf(seen),
  });
}

function mendOf(text: string): string {
  const [, year, month, day, hours, minutes] = /^at\((\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):\d\d\)$/.exec(text) ?? [];
  if (year === undefined) return 'write it as cron(0 3 * * ? *) for every day at 03:00 UTC, or rate(1 day)';
  const once = [minutes, hours, day, month].map(Number).join(' ');
  return `a rule takes no time that comes once; write cron(${once} ? ${year})`;
}
