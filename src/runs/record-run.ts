import { randomBytes } from 'node:crypto';
import type { Manifest } from '../pipeline/manifest.ts';
import { planOf } from '../pipeline/plan.ts';
import type { RecordStore } from '../tracking/record-store.ts';
import type { ParameterValue, RunOrigin, RunRecord, RunSource, Trigger } from '../tracking/run-record.ts';

/** What recording a run needs of the world. */
export interface Recorder {
  readonly manifest: Pick<Manifest, 'pipeline' | 'nodes'> & Partial<Pick<Manifest, 'timeoutMs' | 'concurrency'>>;
  readonly stack: string;
  /** Of the code that will run. */
  readonly source?: RunSource | undefined;
  readonly records: RecordStore;
  readonly now: () => number;
}

/** A run as it is asked for. */
export interface AskedRun {
  readonly useCache: boolean;
  readonly trigger: Trigger;
  readonly origin?: RunOrigin;
  /** Made up unless given, as by an execution that was started from the console. */
  readonly run?: string;
  /** Only of a run in process. */
  readonly lease?: Required<Pick<RunRecord, 'leaseUntilMs' | 'process'>>;
}

/** Records that a run began, or that it waits its turn; one that is there already stays as it is, and is answered. */
export async function recordRun(
  { manifest, stack, source, records, now }: Recorder,
  { run: id = newRunId(), trigger, useCache, origin, lease }: AskedRun,
  parameters: Readonly<Record<string, ParameterValue>>,
): Promise<RunRecord> {
  const { pipeline, nodes, timeoutMs, concurrency = 'parallel' } = manifest;
  const experiment = await records.experiments.ensure(pipeline, now());
  const run: RunRecord = {
    v: 1,
    id,
    experimentId: experiment.id,
    pipeline,
    stack,
    status: concurrency === 'parallel' ? 'running' : 'queued',
    trigger,
    parameters,
    plan: planOf(nodes),
    useCache,
    ...(origin === undefined ? {} : { origin }),
    ...(source === undefined ? {} : { source }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    startedAtMs: now(),
    ...lease,
  };
  const created = await records.runs.create(run);
  return created === 'created' ? run : (await records.runs.get(run.id))!;
}

/** 32 hex digits. */
export function newRunId(): string {
  return randomBytes(16).toString('hex');
}
