import { checkSchedule } from '../../pipeline/schedule/check-schedule.ts';
import { countTimes, nextTimes } from '../../pipeline/schedule/next-times.ts';

const YEAR_MS = 365 * 86_400_000;
const MONTHS = 12;
const SHOWN_TIMES = 3;

/** How often a pipeline is to run. */
export interface Frequency {
  /** Of a schedule, over the year to come. */
  readonly runsPerMonth: number;
  readonly schedule?: {
    readonly expression: string;
    /** The next three, in UTC. */
    readonly next: readonly string[];
  };
}

/** How often a schedule starts a run. Throws `schedule.*`. */
export function frequencyOf(expression: string, nowMs: number): Frequency {
  const schedule = checkSchedule(expression, nowMs);
  const next = nextTimes(schedule, nowMs, SHOWN_TIMES).map((atMs) => `${new Date(atMs).toISOString().slice(0, 16)}Z`);
  return {
    runsPerMonth: countTimes(schedule, nowMs, nowMs + YEAR_MS) / MONTHS,
    schedule: { expression, next },
  };
}
