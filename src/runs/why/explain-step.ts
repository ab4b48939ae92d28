import type { RecordStore } from '../../tracking/record-store.ts';
import type { RunRecord } from '../../tracking/run-record.ts';
import type { StepRecord } from '../../tracking/step-record.ts';
import { pipelineRuns } from '../../tracking/pages/pipeline-runs.ts';
import { stepNotRun } from '../step-not-run.ts';
import { changesBetween } from './changes.ts';
import type { Explanation } from './explanation.ts';

/** How far back an earlier run with the same step is looked for. */
const MAX_RUNS_BACK = 100;

/** Why a step of a run ran, or what it reused, part by part of its cache key. Throws `step.not-run`. */
export async function explainStep(records: RecordStore, run: RunRecord, key: string): Promise<Explanation> {
  const step = await records.steps.get(run.id, key);
  if (!step) throw stepNotRun(run, key, await records.steps.list(run.id));
  const earlier = step.cacheKeyParts && (await earlierStep(records, run, key));
  return {
    run: run.id,
    step: key,
    status: step.status,
    notReused: step.notReused ?? null,
    reusedFrom: step.cachedFrom ?? null,
    comparedWith: earlier?.run ?? null,
    changes: earlier ? changesBetween(step.step, earlier.cacheKeyParts!, step.cacheKeyParts!) : [],
  };
}

async function earlierStep(records: RecordStore, run: RunRecord, key: string): Promise<StepRecord | undefined> {
  let left = MAX_RUNS_BACK;
  for await (const other of pipelineRuns(records, run.pipeline)) {
    if (other.startedAtMs > run.startedAtMs || other.id === run.id) continue;
    const step = await records.steps.get(other.id, key);
    if (step?.cacheKeyParts) return step;
    left -= 1;
    if (left === 0) return undefined;
  }
  return undefined;
}
