import { SluiceError } from '../errors/sluice-error.ts';
import { checkBatch } from '../tracking/rules/batch.ts';
import type { CacheEntry, StepRecord } from '../tracking/step-record.ts';
import type { Attempt } from './attempt.ts';
import { checkListLengths } from './check-list-lengths.ts';
import { writeIndexFiles } from './index-files.ts';
import { toBatch } from './step-log.ts';
import type { Worker } from './worker.ts';
import { writeLog } from './write-log.ts';

/**
 * Records an attempt as done with these outputs and this log. Answers the record that stands.
 * Parameters go first, because they may be refused; metrics and tags after, because an attempt that does not count must
 * leave none. Who is cut off between is mended by `writeLog`. Throws `run.too-many-items`, `step.superseded`.
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
  const batch = toBatch(log, record.key, endedAtMs);
  checkBatch(batch);
  await records.logs.log(record.run, { parameters: batch.parameters ?? {} });
  const isCommitted = await records.steps.commit(record);
  const done = isCommitted ? record : standing((await records.steps.get(record.run, record.key))!);
  await writeLog(records, done);
  return done;
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
