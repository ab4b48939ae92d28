import { SluiceError } from '../../errors/sluice-error.ts';
import { nextTimes } from './next-times.ts';
import { parseSchedule } from './parse-schedule.ts';
import type { ScheduleExpression } from './schedule-expression.ts';

/** Reads a schedule that starts a run some time from now on. Throws as `parseSchedule`, and `schedule.never`. */
export function checkSchedule(text: string, nowMs: number): ScheduleExpression {
  const schedule = parseSchedule(text);
  if (nextTimes(schedule, nowMs, 1).length > 0) return schedule;
  throw new SluiceError({
    code: 'schedule.never',
    message: 'a schedule never starts a run',
    seen: text,
    mend: 'name days that its months have, in a year that is not over',
  });
}
