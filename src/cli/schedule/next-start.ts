import { SluiceError } from '../../errors/sluice-error.ts';
import { nextTimes } from '../../pipeline/schedule/next-times.ts';
import { parseSchedule } from '../../pipeline/schedule/parse-schedule.ts';
import type { ScheduleExpression } from '../../pipeline/schedule/schedule-expression.ts';
import type { PipelineSchedule } from '../../stacks/schedules.ts';

/**
 * When a schedule next starts a run; unknown of a rate, which counts from when it was turned on, and of what EventBridge
 * takes and Sluice does not, as somebody may have written into the rule; never when it is off.
 */
export function nextStartMs({ expression, enabled }: PipelineSchedule, nowMs: number): number | undefined {
  const schedule = enabled ? readable(expression) : undefined;
  return schedule?.kind === 'cron' ? nextTimes(schedule, nowMs, 1)[0] : undefined;
}

function readable(expression: string): ScheduleExpression | undefined {
  try {
    return parseSchedule(expression);
  } catch (error) {
    if (SluiceError.is(error)) return undefined;
    throw error;
  }
}
