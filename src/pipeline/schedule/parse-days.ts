import { SluiceError } from '../../errors/sluice-error.ts';
import { badCronField } from './bad-cron-field.ts';
import { CRON_FIELDS, cronValue, cronValues } from './cron-field.ts';
import type { Days } from './days.ts';

const { dayOfMonth, dayOfWeek } = CRON_FIELDS;
const SATURDAY = 7;

/** The days of the two fields for them, one of which must be `?`. Throws `schedule.bad-field`, `schedule.both-days`. */
export function parseDays(ofMonth: string, ofWeek: string): Days {
  if ((ofMonth === '?') === (ofWeek === '?')) throw bothDays(ofMonth, ofWeek);
  return ofWeek === '?' ? parseDaysOfMonth(ofMonth) : parseDaysOfWeek(ofWeek);
}

function parseDaysOfMonth(text: string): Days {
  if (text === 'L') return { kind: 'last' };
  if (text.endsWith('W')) return { kind: 'weekday-nearest', day: cronValue(dayOfMonth, text.slice(0, -1)) };
  return { kind: 'month', days: cronValues(dayOfMonth, text) };
}

function parseDaysOfWeek(text: string): Days {
  if (text === 'L') return { kind: 'week', weekdays: [SATURDAY] };
  if (text.endsWith('L')) return { kind: 'last-of-weekday', weekday: cronValue(dayOfWeek, text.slice(0, -1)) };
  const [weekday = '', nth, ...more] = text.split('#');
  if (nth === undefined) return { kind: 'week', weekdays: cronValues(dayOfWeek, text) };
  if (more.length > 0 || !/^[1-5]$/.test(nth)) throw badCronField(dayOfWeek, text);
  return { kind: 'nth-of-weekday', weekday: cronValue(dayOfWeek, weekday), nth: Number(nth) };
}

function bothDays(ofMonth: string, ofWeek: string): SluiceError {
  return new SluiceError({
    code: 'schedule.both-days',
    message: 'a cron expression names its days twice, or not at all',
    seen: `day of month ${ofMonth}, day of week ${ofWeek}`,
    allowed: '? in exactly one of the two',
    mend: bothDaysMend(ofMonth, ofWeek),
  });
}

function bothDaysMend(ofMonth: string, ofWeek: string): string {
  if (ofMonth === '?') return 'write * as the day of month for every day';
  if (ofWeek === '*') return `write ${ofMonth} as the day of month and ? as the day of week`;
  if (ofMonth === '*') return `write ? as the day of month and ${ofWeek} as the day of week`;
  return 'write two schedules, one for the days of the month and one for those of the week';
}
