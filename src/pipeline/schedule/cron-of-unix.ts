import { WEEKDAYS } from './cron-field.ts';

/** What crontab(5) takes in place of fields. */
const NICKNAMES: ReadonlyMap<string, string> = new Map([
  ['@hourly', '0 * * * *'],
  ['@daily', '0 0 * * *'],
  ['@midnight', '0 0 * * *'],
  ['@weekly', '0 0 * * 0'],
  ['@monthly', '0 0 1 * *'],
  ['@yearly', '0 0 1 1 *'],
  ['@annually', '0 0 1 1 *'],
]);

const PART = String.raw`(?:\*|\w+(?:-\w+)?)(?:\/\d+)?`;
const FIELD = new RegExp(`^${PART}(?:,${PART})*$`);
const DAYS_A_WEEK = 7;

/**
 * The EventBridge expressions that together say what a Unix cron line of five fields says (crontab(5)): two when it
 * names days of the month and of the week, which Unix joins by “or”. Undefined if it is no such line.
 */
export function cronOfUnix(line: string): string[] | undefined {
  const fields = (NICKNAMES.get(line) ?? line).trim().split(/\s+/);
  if (fields.length !== 5 || !fields.every((field) => FIELD.test(field))) return undefined;
  const [minutes, hours, dayOfMonth, months, dayOfWeek] = fields as [string, string, string, string, string];
  const weekdays = weekdaysOf(dayOfWeek.toUpperCase());
  if (weekdays === undefined) return undefined;
  const cron = (days: string, week: string) => `cron(${minutes} ${hours} ${days} ${months.toUpperCase()} ${week} *)`;
  if (dayOfWeek === '*') return [cron(dayOfMonth, '?')];
  if (dayOfMonth === '*') return [cron('?', weekdays)];
  return [cron(dayOfMonth, '?'), cron('?', weekdays)];
}

/** Unix counts from Sunday as 0, and as 7 again; EventBridge takes names, which nobody can miscount, and no steps. */
function weekdaysOf(field: string): string | undefined {
  const days = field.split(',').map(daysOfPart);
  if (days.some((part) => part === undefined)) return undefined;
  const named = WEEKDAYS.filter((_name, day) => days.some((part) => part!.includes(day)));
  return isRun(named) && named.length > 2 ? `${named[0]}-${named.at(-1)}` : named.join(',');
}

function daysOfPart(part: string): number[] | undefined {
  const [range = '', step = '1'] = part.split('/');
  const [first = '', last = part.includes('/') ? '6' : first] = range === '*' ? ['0', '6'] : range.split('-');
  const [start, end, by] = [dayOf(first), dayOf(last), Number(step)];
  if (start === undefined || end === undefined || end < start || by < 1) return undefined;
  const count = Math.floor((end - start) / by) + 1;
  return Array.from({ length: count }, (_, index) => (start + index * by) % DAYS_A_WEEK);
}

function dayOf(text: string): number | undefined {
  const named = WEEKDAYS.findIndex((name) => name === text);
  if (named >= 0) return named;
  return /^[0-7]$/.test(text) ? Number(text) : undefined;
}

function isRun(named: readonly (typeof WEEKDAYS)[number][]): boolean {
  return WEEKDAYS.join().includes(named.join());
}
