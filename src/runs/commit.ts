import { SluiceError } from '../errors/sluice-error.ts';
import type { CacheEntry, StepRecord } from '../tracking/step-record.ts';
import type { Attempt } from './attempt.ts';
import { checkListLengths } from './check-list-lengths.ts';
import { writeIndexFiles } from './index-files.ts';
import { toBatch } from './step-log.ts';
import type { Worker } from './worker.ts';

/**
 * Records an attempt as done with these outputs and this log. Answers the record that stands.
 * The log goes first: a committed step is never without its metrics, and logging is safe to repeat.
 * Throws `run.too-many-items`, `step.superseded`.
 */
export async function commit(
  { manifest, artifacts, records, now }: Worker,
  { record: begun, key, parts }: Attempt,
  { outputs, log }: CacheEntry,
  how: Pick<StepRecord, 'status' | 'cachedFrom' | 'notReused' | 'released'>,
): Promise<StepRecord> {
  const endedAtMs = now();
  const record: StepRecord = { ...begun, ...how, endedAtMs, cacheKey: key, cacheKeyParts: parts, outputs, log };
  checkListLengths(manifest.nodes, record);
  await writeIndexFiles(artifacts, manifest.nodes, record);
  await records.logs.log(record.run, toBatch(log, record.key, endedAtMs));
  if (await records.steps.commit(record)) return record;
  return standing((await records.steps.get(record.run, record.key))!);
}

/** A record that was there already, if its work is done. Throws `step.superseded`. */
export function standing(record: StepRecord): StepRecord {
  if (record.status === 'completed' || record.status === 'cached') return record;
  throw new SluiceError({
    code: 'step.superseded',
    message: 'a later attempt of this step has taken over',
    seen: `${record.key}, attempt ${record.attempt}`,
    mend: 'nothing: the later attempt decides',
  });
}
