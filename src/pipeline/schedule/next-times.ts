import { daysIn } from './days.ts';
import type { Cron, ScheduleExpression } from './schedule-expression.ts';

/** The next times after a moment, in milliseconds since 1970; a rate's if it were deployed at that moment. */
export function nextTimes(schedule: ScheduleExpression, afterMs: number, count: number): number[] {
  if (schedule.kind === 'rate')
    return Array.from({ length: count }, (_, index) => afterMs + (index + 1) * schedule.everyMs);
  const times: number[] = [];
  for (const dayMs of daysFrom(schedule, afterMs)) {
    for (const atMs of timesOf(schedule, dayMs)) if (atMs > afterMs) times.push(atMs);
    if (times.length >= count) break;
  }
  return times.slice(0, count);
}

/** How many runs a schedule starts from a moment to a later one. */
export function countTimes(schedule: ScheduleExpression, fromMs: number, untilMs: number): number {
  if (schedule.kind === 'rate') return (untilMs - fromMs) / schedule.everyMs;
  let count = 0;
  for (const dayMs of daysFrom(schedule, fromMs)) {
    if (dayMs >= untilMs) break;
    count += timesOf(schedule, dayMs).filter((atMs) => atMs >= fromMs && atMs < untilMs).length;
  }
  return count;
}

/** Midnights of the days on which it starts runs, from that of a moment on. */
function* daysFrom({ days, months, years }: Cron, fromMs: number): Generator<number> {
  const from = new Date(fromMs);
  const firstMs = Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate());
  for (const year of years.filter((one) => one >= from.getUTCFullYear())) {
    for (const month of months) {
      for (const day of daysIn(days, year, month)) {
        const dayMs = Date.UTC(year, month - 1, day);
        if (dayMs >= firstMs) yield dayMs;
      }
    }
  }
}

function timesOf({ hours, minutes }: Cron, dayMs: number): number[] {
  return hours.flatMap((hour) => minutes.map((minute) => dayMs + (hour * 60 + minute) * 60_000));
}
