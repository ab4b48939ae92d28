import { badCronField } from './bad-cron-field.ts';

/** What one of the six fields of a cron expression may hold (EventBridge user guide: “Cron expressions reference”). */
export interface CronField {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Names of its values, the first of `from`. */
  readonly names?: readonly string[];
  /** Whether `START/STEP` may be written. */
  readonly steps: boolean;
  /** What may be written, in words. */
  readonly allowed: string;
}

export const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] as const;
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** The fields by what they are of, in the order in which they are written. */
export const CRON_FIELDS = {
  minutes: { name: 'minutes', from: 0, to: 59, steps: true, allowed: '0-59, * , - /' },
  hours: { name: 'hours', from: 0, to: 23, steps: true, allowed: '0-23, * , - /' },
  dayOfMonth: { name: 'day of month', from: 1, to: 31, steps: true, allowed: '1-31, * ? , - /, L, 15W' },
  months: { name: 'month', from: 1, to: 12, names: MONTHS, steps: true, allowed: '1-12 or JAN-DEC, * , - /' },
  dayOfWeek: {
    name: 'day of week',
    from: 1,
    to: 7,
    names: WEEKDAYS,
    steps: false,
    allowed: '1-7 (1 is Sunday) or SUN-SAT, * ? , -, L, 6L, 2#1',
  },
  years: { name: 'year', from: 1970, to: 2199, steps: true, allowed: '1970-2199, * , - /' },
} as const satisfies Record<string, CronField>;

/** The values of a field, ascending: of `*`, values, ranges and steps, joined by commas. Throws `schedule.bad-field`. */
export function cronValues(field: CronField, text: string): number[] {
  const values = text.split(',').flatMap((part) => valuesOfPart(field, part));
  return [...new Set(values)].toSorted((a, b) => a - b);
}

/** A value by number or name. Throws `schedule.bad-field`. */
export function cronValue(field: CronField, text: string): number {
  const named = field.names?.indexOf(text) ?? -1;
  const value = named >= 0 ? named + field.from : /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= field.from && value <= field.to) return value;
  throw badCronField(field, text);
}

function valuesOfPart(field: CronField, part: string): number[] {
  const [range = '', step, ...more] = part.split('/');
  if (more.length > 0 || (step !== undefined && !field.steps)) throw badCronField(field, part);
  const { start, end } = rangeOf(field, range, step !== undefined);
  const by = step === undefined ? 1 : stepOf(field, step, part);
  return Array.from({ length: Math.floor((end - start) / by) + 1 }, (_, index) => start + index * by);
}

/** A single value with a step begins a range to the end of the field. */
function rangeOf(field: CronField, range: string, isStepped: boolean): { start: number; end: number } {
  if (range === '*') return { start: field.from, end: field.to };
  const [first = '', last, ...more] = range.split('-');
  if (more.length > 0) throw badCronField(field, range);
  const start = cronValue(field, first);
  if (last === undefined) return { start, end: isStepped ? field.to : start };
  const end = cronValue(field, last);
  if (end < start)
    throw badCronField(field, range, `write ${first}-${nameOf(field, field.to)},${nameOf(field, field.from)}-${last}`);
  return { start, end };
}

function stepOf(field: CronField, step: string, part: string): number {
  const by = /^\d{1,4}$/.test(step) ? Number(step) : 0;
  if (by >= 1 && by <= field.to) return by;
  throw badCronField(field, part);
}

function nameOf({ names, from }: CronField, value: number): string {
  return names?.[value - from] ?? String(value);
}
