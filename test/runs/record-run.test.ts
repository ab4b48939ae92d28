import { describe, expect, it } from 'vitest';
import { newRunId, recordRun } from '../../src/runs/record-run.ts';
import { openSqliteRecords } from '../../src/stacks/local/records/open.ts';

const asked = { useCache: true, trigger: { kind: 'command' } } as const;

function recorder() {
  const manifest = { pipeline: 'orders', nodes: [] };
  return { manifest, stack: 'local', records: openSqliteRecords(':memory:'), now: () => 5 };
}

describe('recordRun', () => {
  it('records a running run in the experiment of its pipeline', async () => {
    const world = recorder();

    const run = await recordRun(world, asked, { l2: 1 });

    expect(run).toMatchObject({ status: 'running', pipeline: 'orders', parameters: { l2: 1 }, startedAtMs: 5 });
    expect(await world.records.experiments.get(run.experimentId)).toMatchObject({ name: 'orders' });
    expect(await world.records.runs.get(run.id)).toEqual(run);
  });

  it('says which code will run, and how long it may, where that is known', async () => {
    const { manifest, ...world } = recorder();
    const source = { commit: 'c0ffee', dirty: true };

    const run = await recordRun({ ...world, manifest: { ...manifest, timeoutMs: 9 }, source }, asked, {});

    expect(run).toMatchObject({ source, timeoutMs: 9 });
    expect(await recordRun({ ...world, manifest }, asked, {})).not.toHaveProperty('source');
  });

  it('leaves a run that is there as it is', async () => {
    const world = recorder();
    const first = await recordRun(world, { ...asked, run: 'r1' }, { l2: 1 });

    expect(await recordRun(world, { ...asked, run: 'r1' }, { l2: 2 })).toEqual(first);
  });
});

describe('newRunId', () => {
  it('is 32 hex digits, never the same', () => {
    const ids = Array.from({ length: 50 }, newRunId);
    expect(ids.filter((id) => !/^[0-9a-f]{32}$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(50);
  });
});
