import { nextTimes } from '../../pipeline/schedule/next-times.ts';
import { parseSchedule } from '../../pipeline/schedule/parse-schedule.ts';
import type { PipelineSchedule } from '../../stacks/schedules.ts';

/** When a schedule next starts a run; unknown of a rate, which counts from when it was turned on, and never when it is off. */
export function nextStartMs({ expression, enabled }: PipelineSchedule, nowMs: number): number | undefined {
  if (!enabled) return undefined;
  const schedule = parseSchedule(expression);
  return schedule.kind === 'rate' ? undefined : nextTimes(schedule, nowMs, 1)[0];
}
