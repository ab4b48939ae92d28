import type { RunRecord } from '../../src/tracking/run-record.ts';
import type { StepRecord } from '../../src/tracking/step-record.ts';

/** A run of two steps that took 2.5 s. */
export function runOf(changes: Partial<RunRecord> = {}): RunRecord {
  return {
    v: 1,
    id: 'a'.repeat(32),
    experimentId: '1',
    pipeline: 'orders',
    stack: 'local',
    status: 'completed',
    trigger: { kind: 'command' },
    parameters: {},
    plan: [
      { node: 'ingest', step: 'ingest', inputs: {}, parameters: { source: { node: 'params', output: 'source' } } },
      { node: 'train', step: 'train', inputs: { rows: { node: 'ingest', output: 'rows' } }, parameters: {} },
    ],
    useCache: true,
    startedAtMs: 1_000,
    endedAtMs: 3_500,
    ...changes,
  };
}

/** A completed first attempt of `ingest` that took 200 ms. */
export function stepOf(changes: Partial<StepRecord> = {}): StepRecord {
  return {
    v: 1,
    run: 'a'.repeat(32),
    key: 'ingest',
    node: 'ingest',
    step: 'ingest',
    status: 'completed',
    attempt: 0,
    startedAtMs: 1_000,
    endedAtMs: 1_200,
    ...changes,
  };
}
