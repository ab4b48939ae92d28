import type { Finding } from '../../stacks/finding.ts';
import { isUnderWay } from '../../tracking/rules/under-way.ts';
import type { RecordStore } from '../../tracking/record-store.ts';
import type { RunRecord } from '../../tracking/run-record.ts';
import { pipelineRuns } from '../../tracking/pages/pipeline-runs.ts';

/** Longer than a run of Step Functions steps of 15 minutes takes, but for very many of them. */
const LONG_MS = 86_400_000;

/** How runs ended: those that died with their process, and those that seem to go on for too long. */
export async function examineRuns(records: RecordStore, nowMs: number): Promise<Finding[]> {
  const newest = new Map<string, RunRecord>();
  const long: RunRecord[] = [];
  let count = 0;
  for await (const run of pipelineRuns(records)) {
    count += 1;
    if (!newest.has(run.pipeline)) newest.set(run.pipeline, run);
    if (isUnderWay(run) && nowMs - run.startedAtMs > LONG_MS) long.push(run);
  }
  const dead = [...newest.values()].filter(({ status }) => status === 'interrupted');
  if (dead.length + long.length === 0) return [{ part: 'runs', state: 'good', says: `${count}, none dead` }];
  return [...dead.map(interrupted), ...long.map(goesOn)];
}

function interrupted({ id, pipeline }: RunRecord): Finding {
  const says = `the last run of ${pipeline}, ${id}, died with its process`;
  return { part: 'runs', state: 'warning', says, mend: `go on where it was: sluice run --resume ${id}` };
}

function goesOn({ id, pipeline, startedAtMs }: RunRecord): Finding {
  const says = `${id} of ${pipeline} is under way since ${new Date(startedAtMs).toISOString()}`;
  return { part: 'runs', state: 'warning', says, mend: `if nothing goes on there any more: sluice stop ${id}` };
}
