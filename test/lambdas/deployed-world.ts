import { scalar } from '../../src/pipeline/artifact-types.ts';
import { manifestOf } from '../../src/pipeline/manifest.ts';
import { file, number } from '../../src/pipeline/parameters.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { step } from '../../src/pipeline/step.ts';
import type { Starter } from '../../src/runs/start.ts';
import { openSqliteRecords } from '../../src/stacks/local/records/open.ts';

export const count = step({
  name: 'count',
  version: '1',
  inputs: {},
  outputs: { rows: scalar<number>() },
  run: () => ({ rows: 3 }),
});

export const orders = pipeline(
  'orders',
  { parameters: { source: file(), l2: number({ default: 1, min: 0 }) } },
  () => void count({}),
);

export const manifest = manifestOf(orders, { count: 'c'.repeat(64) });

export const SOURCE = 's3://bucket/incoming/orders/may.csv';

/** Records in memory, and what the functions that start runs need, at noon; `startExecution` remembers the runs. */
export function deployedWorld() {
  const records = openSqliteRecords(':memory:');
  const started: string[] = [];
  const starter: Starter = {
    manifest,
    stack: 'localstack',
    records,
    placeFile: async (_parameter, uri) => ({ file: { uri, name: 'may.csv', sha256: 'a'.repeat(64), sizeBytes: 7 } }),
    now: () => Date.parse('2026-05-03T12:00:00Z'),
  };
  return { records, starter, started, startExecution: async ({ id }: { id: string }) => void started.push(id) };
}
