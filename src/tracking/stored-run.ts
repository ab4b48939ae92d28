import type { PlannedStep, RunRecord } from './run-record.ts';

/** A run as any version of Sluice has written it. */
export type StoredRun = Omit<RunRecord, 'plan'> & {
  /** The first did not say what a step reads. */
  readonly plan: readonly (Pick<PlannedStep, 'node' | 'step'> & Partial<PlannedStep>)[];
};

/** A stored run as it is written now: what an older record does not say is left open. */
export function runOfStored({ plan, ...run }: StoredRun): RunRecord {
  return { ...run, plan: plan.map((step) => ({ inputs: {}, parameters: {}, ...step })) };
}
