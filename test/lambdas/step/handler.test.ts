import { describe, expect, it } from 'vitest';
import { stepHandler } from '../../../lambdas/step/handler.ts';
import { finishRun } from '../../../src/runs/finish.ts';
import { recordRun } from '../../../src/runs/record-run.ts';
import type { Worker } from '../../../src/runs/worker.ts';
import type { RecordStore } from '../../../src/tracking/record-store.ts';
import { count, deployedWorld, manifest, orders } from '../deployed-world.ts';

const work = { run: 'r1', step: 'count', attempt: 0, index: '' };
const unused = (): never => {
  throw new Error('a step with scalars alone touches no artifacts');
};

function stepWorker(records: RecordStore, now: () => number): Omit<Worker, 'steps'> {
  return { manifest, records, artifacts: {} as Worker['artifacts'], openFile: unused, readVariable: unused, now };
}

async function stepWorld(definition = orders.steps.get('count')!) {
  const { records, starter } = deployedWorld();
  await recordRun(starter, { run: 'r1', useCache: false, trigger: { kind: 'command' } }, {});
  const worker = { ...stepWorker(records, starter.now), steps: new Map([['count', definition]]) };
  return { records, handler: stepHandler(manifest, count, worker) };
}

describe('the function of a step', () => {
  it('answers the scalars of its step and records it', async () => {
    const { records, handler } = await stepWorld();

    expect(await handler(work)).toEqual({ scalars: { rows: 3 } });
    expect(await records.steps.get('r1', 'count')).toMatchObject({ status: 'completed' });
  });

  it('answers the same when the work is delivered again', async () => {
    const { handler } = await stepWorld();

    expect(await handler(work)).toEqual(await handler(work));
  });

  it('never runs in a run that has ended, and says so for good', async () => {
    const { records, handler } = await stepWorld();
    await finishRun(records, 'r1', { status: 'stopped', endedAtMs: 5 });

    await expect(handler(work)).rejects.toMatchObject({
      name: 'Sluice.Permanent',
      message: expect.stringContaining('"code":"run.not-running"'),
    });
    expect(await records.steps.list('r1')).toEqual([]);
  });

  it('writes what the step prints to its log, each line with its run and attempt', async () => {
    const { starter, records } = deployedWorld();
    await recordRun(starter, { run: 'r1', useCache: false, trigger: { kind: 'command' } }, {});
    const printing = { ...orders.steps.get('count')!, run: () => console.log('counting') ?? { rows: 3 } };
    const lines: string[] = [];
    const worker = { ...stepWorker(records, starter.now), steps: new Map([['count', printing]]) };

    await stepHandler(manifest, count, worker, (line) => void lines.push(line))({ ...work, attempt: 2 });

    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { run: 'r1', step: 'count', attempt: 2, sequence: 0, level: 'info', message: 'counting' },
    ]);
  });

  it('lets the machine try again what may pass', async () => {
    const failing = { ...orders.steps.get('count')!, run: () => Promise.reject(new Error('away')) };
    const { records, handler } = await stepWorld(failing);

    await expect(handler(work)).rejects.toMatchObject({ name: 'Sluice.Transient' });
    expect(await records.steps.get('r1', 'count')).toMatchObject({ status: 'failed', attempt: 0 });
  });
});
