/** Which days of a month a cron expression means; days of the week count from 1, Sunday. */
export type Days =
  | { readonly kind: 'month'; readonly days: readonly number[] }
  | { readonly kind: 'week'; readonly weekdays: readonly number[] }
  | { readonly kind: 'last' }
  | { readonly kind: 'weekday-nearest'; readonly day: number }
  | { readonly kind: 'last-of-weekday'; readonly weekday: number }
  | { readonly kind: 'nth-of-weekday'; readonly weekday: number; readonly nth: number };

const SUNDAY = 1;
const SATURDAY = 7;

/** The days of that month, ascending; months count from 1. */
export function daysIn(days: Days, year: number, month: number): number[] {
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const all = Array.from({ length }, (_, index) => index + 1);
  const weekdayOf = (day: number) => new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1;
  switch (days.kind) {
    case 'month':
      return days.days.filter((day) => day <= length);
    case 'week':
      return all.filter((day) => days.weekdays.includes(weekdayOf(day)));
    case 'last':
      return [length];
    case 'weekday-nearest':
      return days.day > length ? [] : [nearestWeekday(days.day, length, weekdayOf(days.day))];
    case 'last-of-weekday':
      return all.filter((day) => weekdayOf(day) === days.weekday).slice(-1);
    case 'nth-of-weekday':
      return all.filter((day) => weekdayOf(day) === days.weekday).slice(days.nth - 1, days.nth);
  }
}

/** Monday to Friday; it never leaves the month. */
function nearestWeekday(day: number, length: number, weekday: number): number {
  if (weekday === SATURDAY) return day === 1 ? day + 2 : day - 1;
  if (weekday === SUNDAY) return day === length ? day - 2 : day + 1;
  return day;
}
