import { utimes } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArtifactStore } from '../../../src/artifacts/artifact-store.ts';
import { json } from '../../../src/pipeline/artifact-types.ts';
import { pipeline } from '../../../src/pipeline/pipeline.ts';
import { step } from '../../../src/pipeline/step.ts';
import { finishRun } from '../../../src/runs/finish.ts';
import { collectGarbage } from '../../../src/runs/gc/collect-garbage.ts';
import type { StepRecord } from '../../../src/tracking/step-record.ts';
import { stepWorld } from '../step-world.ts';

const make = step({
  name: 'make',
  version: '1',
  inputs: {},
  outputs: { made: json<number>() },
  run: () => ({ made: 7 }),
});
const making = pipeline('making', { parameters: {} }, () => void make({}));

let world: Awaited<ReturnType<typeof stepWorld>>;
let key: string;

/** A run made an artifact long ago and was removed since: nothing refers to the artifact but its cache entry. */
beforeEach(async () => {
  world = await stepWorld(making);
  const { id } = await world.start();
  key = (await world.execute(id, 'make')).outputs!.artifacts['made']!.key;
  await finishRun(world.records, id, { status: 'completed', endedAtMs: 1 });
  await world.records.runs.remove(id);
  await utimes(fileURLToPath(world.artifacts.uri(key)), 1, 1);
});
afterEach(() => world.close());

async function runAgain(useCache: boolean): Promise<StepRecord> {
  const { id } = await world.start({ useCache });
  return world.execute(id, 'make');
}

/** Collects garbage, and does something between finding it and removing it. */
async function collectWhile(happens: () => Promise<unknown>): Promise<number> {
  const { list } = world.artifacts;
  const artifacts: ArtifactStore = {
    ...world.artifacts,
    async *list(prefix) {
      const found = await Array.fromAsync(list(prefix));
      if (prefix === 'artifacts/') await happens();
      yield* found;
    },
  };
  const report = await collectGarbage({ records: world.records, artifacts, nowMs: Date.now() }, { dryRun: false });
  return report.artifacts.count;
}

describe('collecting garbage beside live runs', () => {
  it('removes what nobody wants', async () => {
    expect(await collectWhile(async () => undefined)).toBe(1);
    expect(await world.artifacts.size(key)).toBeUndefined();
  });

  it('leaves what a run reuses just then', async () => {
    let record: StepRecord | undefined;
    const removed = await collectWhile(async () => {
      record = await runAgain(true);
    });

    expect(record).toMatchObject({ status: 'cached', outputs: { artifacts: { made: { key } } } });
    expect(removed).toBe(0);
    expect(await world.artifacts.size(key)).toBeGreaterThan(0);
  });

  it('leaves what a run makes anew just then, with the same bytes', async () => {
    let record: StepRecord | undefined;
    const removed = await collectWhile(async () => {
      record = await runAgain(false);
    });

    expect(record).toMatchObject({ status: 'completed', outputs: { artifacts: { made: { key } } } });
    expect(removed).toBe(0);
    expect(await world.artifacts.size(key)).toBeGreaterThan(0);
  });

  it('has a run that comes too late make it anew', async () => {
    await collectWhile(async () => undefined);

    expect(await runAgain(true)).toMatchObject({ status: 'completed', notReused: 'artifact-gone' });
    expect(await world.artifacts.size(key)).toBeGreaterThan(0);
  });
});
