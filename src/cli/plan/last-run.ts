import { everyItem } from '../../tracking/pages/every-item.ts';
import type { RecordStore } from '../../tracking/record-store.ts';
import type { RunRecord } from '../../tracking/run-record.ts';
import type { StepRecord } from '../../tracking/step-record.ts';

/** A run that completed, and its steps as they were when they were not reused. */
export interface LastRun {
  readonly run: Pick<RunRecord, 'id' | 'stack'>;
  readonly ran: readonly StepRecord[];
}

/** The pipeline's newest completed run; undefined if there is none. */
export async function readLastRun(records: RecordStore, pipeline: string): Promise<LastRun | undefined> {
  const run = await findCompleted(records, pipeline);
  if (!run) return undefined;
  const steps = await records.steps.list(run.id);
  const ran = await Promise.all(steps.map((step) => whenItRan(records, step)));
  return { run, ran: ran.filter((step) => step !== undefined) };
}

async function findCompleted({ experiments, runs }: RecordStore, pipeline: string): Promise<RunRecord | undefined> {
  for await (const { id, name } of everyItem((page) => experiments.list(page))) {
    if (name !== pipeline) continue;
    for await (const run of everyItem((page) => runs.list(id, page))) if (run.status === 'completed') return run;
  }
  return undefined;
}

/** The record of the run that a step was reused from; undefined if that run is gone. */
async function whenItRan({ steps }: RecordStore, step: StepRecord): Promise<StepRecord | undefined> {
  const record = step.cachedFrom === undefined ? step : await steps.get(step.cachedFrom, step.key);
  return record?.status === 'completed' ? record : undefined;
}
