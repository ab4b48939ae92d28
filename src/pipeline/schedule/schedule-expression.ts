import type { Days } from './days.ts';

/** When a schedule starts runs; all times are UTC. */
export type ScheduleExpression = Cron | Rate;

export interface Cron {
  readonly kind: 'cron';
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly days: Days;
  /** From 1, January. */
  readonly months: readonly number[];
  readonly years: readonly number[];
}

/** Every so often, from when it is deployed. */
export interface Rate {
  readonly kind: 'rate';
  readonly everyMs: number;
}
