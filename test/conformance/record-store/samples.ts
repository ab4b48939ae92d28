import { randomUUID } from 'node:crypto';
import type { ArtifactReference } from '../../../src/artifacts/artifact-reference.ts';
import type { Promotion, RegistryStore } from '../../../src/tracking/record-store.ts';
import type { RunRecord } from '../../../src/tracking/run-record.ts';
import type { CacheEntry, StepRecord } from '../../../src/tracking/step-record.ts';
import type { Verdict } from '../../../src/tracking/verdict.ts';

/** 32 hex digits that no other test has. */
export function newId(): string {
  return randomUUID().replaceAll('-', '');
}

export const awkwardDoubles: readonly number[] = [
  Number.NaN,
  Infinity,
  -Infinity,
  -0,
  0,
  5e-324,
  -5e-324,
  Number.MAX_VALUE,
  1e126,
  1e-131,
  0.1,
  1 / 3,
  Number.MAX_SAFE_INTEGER,
];

export const artifact: ArtifactReference = {
  type: 'table',
  key: `artifacts/p/clean/train/${'a'.repeat(64)}`,
  sha256: 'a'.repeat(64),
  sizeBytes: 123_456_789_012,
  count: 0,
};

/** Judged on numbers that JSON and DynamoDB have no word for. */
export const verdict: Verdict = {
  passed: false,
  rules: [
    { rule: 'mse ≤ 2', value: Number.NaN, limit: 2, passed: false, reason: '' },
    { rule: 'r2 ≥ champion', value: -0, limit: null, passed: true },
    { rule: 'mae ≤ ∞', value: 1e-310, limit: Infinity, passed: true },
  ],
};

/** A running run with every field that one can have. */
export function runSample(changes: Partial<RunRecord> = {}): RunRecord {
  return {
    v: 1,
    id: newId(),
    experimentId: newId(),
    pipeline: 'customer-satisfaction',
    stack: 'local',
    status: 'running',
    trigger: { kind: 'new-data', object: 'incoming/é 😀.csv' },
    parameters: {
      rate: 1e-200,
      l2: -0,
      model: '',
      fast: false,
      source: { file: { uri: 'file:///a', name: 'a', sha256: 'b'.repeat(64), sizeBytes: 0 } },
    },
    plan: [
      { node: 'ingest', step: 'ingest', inputs: {}, parameters: { source: { node: 'params', output: 'source' } } },
      { node: 'train', step: 'train', inputs: { rows: { node: 'ingest', output: 'rows' } }, parameters: {} },
    ],
    useCache: true,
    startedAtMs: 1_700_000_000_000,
    leaseUntilMs: 1_700_000_060_000,
    ...changes,
  };
}

/** A running record of a first attempt. */
export function stepSample(changes: Partial<StepRecord> = {}): StepRecord {
  return {
    v: 1,
    run: newId(),
    key: 'train',
    node: 'train',
    step: 'train',
    status: 'running',
    attempt: 0,
    startedAtMs: 1_700_000_000_000,
    ...changes,
  };
}

/** A record of a step with every field that it can have when its work is done. */
export function completed(begun: StepRecord): StepRecord {
  const { run: _run, ...made } = cacheSample();
  return {
    ...begun,
    status: 'completed',
    endedAtMs: begun.startedAtMs + 5,
    cacheKey: 'c'.repeat(64),
    cacheKeyParts: made.parts,
    outputs: made.outputs,
    log: made.log,
    released: { model: 'satisfaction', version: 3, alias: 'champion' },
  };
}

export function cacheSample(): CacheEntry {
  return {
    run: newId(),
    parts: { code: 'd'.repeat(64), parameters: { l2: '0.1', ['$double']: 'NaN', '': '' }, inputs: { table: 'e' } },
    outputs: { artifacts: { train: artifact }, scalars: { rows: 7, passed: true, word: '\0NaN', share: Infinity } },
    log: {
      parameters: { l2: '0.1' },
      metrics: awkwardDoubles.map((value, step) => ({ key: 'loss', value, step: -step })),
      tags: {},
    },
    champions: [{ model: 'satisfaction', version: 3 }, { model: 'others' }],
  };
}

/** A version to be registered. */
export function versionSample(
  changes: Partial<Parameters<RegistryStore['register']>[0]> = {},
): Parameters<RegistryStore['register']>[0] {
  return {
    model: `model-${newId()}`,
    artifact: { ...artifact, type: 'model' },
    run: newId(),
    stepKey: 'release',
    metrics: { mse: 0.1, r2: -0, mae: Number.NaN },
    verdict,
    createdAtMs: 1_700_000_000_000,
    ...changes,
  };
}

/** A promotion decided while nothing was released. */
export function promotionSample(model: string, champion: number, changes: Partial<Promotion> = {}): Promotion {
  return { model, kind: 'promote', champion, atMs: 1_700_000_000_000, by: newId(), expectedSequence: 0, ...changes };
}
