import { SluiceError } from '../../errors/sluice-error.ts';
import type { LogBatch, MetricPoint } from '../metric.ts';
import { checkRecordName } from './name.ts';

/** Checks all of a batch before any of it is written; throws `records.bad-name` and `tracking.bad-metric`. */
export function checkBatch(batch: LogBatch): void {
  for (const key of Object.keys(batch.parameters ?? {})) checkRecordName('parameter', key);
  for (const key of Object.keys(batch.tags ?? {})) checkRecordName('tag', key);
  for (const point of batch.metrics ?? []) checkPoint(point);
}

function checkPoint(point: MetricPoint): void {
  checkRecordName('metric', point.key);
  if (Number.isSafeInteger(point.step) && Number.isSafeInteger(point.timestampMs)) return;
  throw new SluiceError({
    code: 'tracking.bad-metric',
    message: `metric ${point.key} has a step or a time that is no whole number`,
    seen: `step ${point.step}, timestampMs ${point.timestampMs}`,
    allowed: 'whole numbers between -(2^53 - 1) and 2^53 - 1',
    mend: 'round the step, and give the time in milliseconds',
  });
}
