import { nearest } from '../../errors/nearest.ts';
import { SluiceError } from '../../errors/sluice-error.ts';
import type { RecordStore } from '../../tracking/record-store.ts';
import type { RunRecord } from '../../tracking/run-record.ts';
import type { StepRecord } from '../../tracking/step-record.ts';
import { pipelineRuns } from '../../tracking/pages/pipeline-runs.ts';
import { changesBetween } from './changes.ts';
import type { Explanation } from './explanation.ts';

/** How far back an earlier run with the same step is looked for. */
const MAX_RUNS_BACK = 100;

/** Why a step of a run ran, or what it reused, part by part of its cache key. Throws `step.not-run`. */
export async function explainStep(records: RecordStore, run: RunRecord, key: string): Promise<Explanation> {
  const step = await records.steps.get(run.id, key);
  if (!step) throw notRun(run, key, await records.steps.list(run.id));
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

function notRun({ id, plan }: RunRecord, key: string, steps: readonly StepRecord[]): SluiceError {
  const ran = steps.map((step) => step.key);
  const planned = plan.some(({ node }) => node === key);
  const near = nearest(key, ran);
  return new SluiceError({
    code: 'step.not-run',
    message: planned
      ? 'that step did not run: its condition, or a step before it, kept it back'
      : 'the run has no such step',
    seen: `${key.slice(0, 100)} in run ${id}`,
    allowed: ran.slice(0, 20).join(', ') || 'none: no step of it ran',
    mend: near === undefined || planned ? '`sluice show RUN` lists the steps of a run' : `did you mean ${near}?`,
  });
}
