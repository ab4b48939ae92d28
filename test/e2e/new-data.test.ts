import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { generateOrders } from '../../pipelines/customer-satisfaction/sample/generate-orders.ts';
import { openStack } from '../../src/stacks/open-stack.ts';
import type { Stack } from '../../src/stacks/stack.ts';
import type { RunRecord } from '../../src/tracking/run-record.ts';

const PIPELINE = 'customer-satisfaction';

// Needs what `npm run localstack` deploys.
describe('a file that arrives under incoming/ on the emulator', () => {
  let stack: Stack;
  beforeAll(async () => {
    const root = join(import.meta.dirname, '../..');
    stack = await openStack('localstack', { root, home: join(root, '.sluice') });
  });
  afterAll(() => stack.close());

  /** Puts a file there and waits for the end of the run that it starts. */
  async function arrive(bytes: Uint8Array): Promise<RunRecord> {
    const key = `incoming/${PIPELINE}/${randomUUID()}.csv`;
    const object = stack.artifacts.uri(key);
    await stack.artifacts.replace(key, bytes);
    const { id } = await stack.records.experiments.ensure(PIPELINE, Date.now());
    const ended = async () => {
      const { items } = await stack.records.runs.list(id, { limit: 20 });
      const run = items.find(({ trigger }) => trigger.kind === 'new-data' && trigger.object === object);
      return run !== undefined && run.status !== 'running' && run;
    };
    return (await vi.waitUntil(ended, { timeout: 60_000, interval: 200 })) as RunRecord;
  }

  it('trains on it, and nobody has to start anything', async () => {
    const orders = Buffer.concat([...generateOrders({ rows: 3_000, seed: Date.now() % 1_000_000 })]);

    const run = await arrive(orders);

    expect(run).toMatchObject({ status: 'completed', stack: 'localstack', parameters: { model: 'linear' } });
    expect((await stack.records.logs.data(run.id)).metrics).toHaveProperty('mse');
  });

  it('leaves a failed run that says why, when it is not what the pipeline reads', async () => {
    const run = await arrive(Buffer.from('not,orders\n1,2\n'));

    expect(run).toMatchObject({ status: 'failed', error: { code: expect.stringMatching(/^data\./) } });
  });
});
