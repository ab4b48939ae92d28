import type { RecordStore } from '../tracking/record-store.ts';
import type { StepRecord } from '../tracking/step-record.ts';
import { toBatch } from './step-log.ts';

/**
 * Adds the metrics and tags of a committed step to those of its run; safe to repeat, because the time of each point is the
 * record's. Its parameters are there since before it was committed.
 */
export async function writeLog({ logs }: Pick<RecordStore, 'logs'>, record: StepRecord): Promise<void> {
  const { run, key, log, endedAtMs } = record;
  if (!log || endedAtMs === undefined) return;
  const { metrics = [], tags = {} } = toBatch(log, key, endedAtMs);
  await logs.log(run, { metrics, tags });
}
