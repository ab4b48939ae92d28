import { describe, expect, it } from 'vitest';
import type { ArtifactStore } from '../../src/artifacts/artifact-store.ts';
import { list, scalar } from '../../src/pipeline/artifact-types.ts';
import { map } from '../../src/pipeline/map.ts';
import { manifestOf } from '../../src/pipeline/manifest.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { step } from '../../src/pipeline/step.ts';
import { answerStep } from '../../src/runs/step-answer.ts';
import type { StepRecord } from '../../src/tracking/step-record.ts';

const make = step({
  name: 'make',
  inputs: {},
  outputs: { few: list<number>(), many: list<number>(), unread: list<number>(), go: scalar<boolean>() },
  run: () => ({ few: [7, 8], many: [9], unread: [1], go: true }),
});
const use = step({ name: 'use', inputs: { item: list<number>() }, outputs: {}, run: () => ({}) });
const each = step({
  name: 'each',
  inputs: { item: scalar<number>() },
  outputs: { out: scalar<number>() },
  run: () => ({ out: 1 }),
});
const mapped = pipeline('mapped', { parameters: {} }, () => {
  const { few, many, unread } = make({});
  map(few, { maxItems: 40, concurrency: 1 }, (item) => each({ item }).out);
  map(many, { maxItems: 41, concurrency: 1 }, (item) => each({ item }).out);
  use({ item: unread });
});
const artifactOf = (count: number) => ({ type: 'list', key: 'k', sha256: 's', sizeBytes: 1, count }) as const;
const record: StepRecord = {
  v: 1,
  run: 'r1',
  key: 'make@outer#3',
  node: 'make',
  step: 'make',
  status: 'completed',
  attempt: 0,
  startedAtMs: 1,
  outputs: { artifacts: { few: artifactOf(2), many: artifactOf(3), unread: artifactOf(1) }, scalars: { go: true } },
};

function answer(answered: StepRecord) {
  const files = new Map<string, string>();
  const replace = async (key: string, bytes: Uint8Array) => void files.set(key, Buffer.from(bytes).toString());
  const artifacts = { replace } as unknown as ArtifactStore; // it calls nothing else
  return answerStep({ manifest: manifestOf(mapped, {}), artifacts }, answered).then((given) => ({ ...given, files }));
}

describe('answerStep', () => {
  it('answers scalars and the indices of lists that an inline map runs over', async () => {
    expect((await answer(record)).scalars).toEqual({ go: true, few: [0, 1] });
  });

  it('writes the indices for a Distributed Map to the file that its state reads', async () => {
    expect((await answer(record)).files).toEqual(new Map([['runs/r1/indices/make@outer#3.many.json', '[0,1,2]']]));
  });

  it('answers nothing for a step without outputs', async () => {
    const { outputs: _outputs, ...bare } = { ...record, node: 'use', key: 'use', step: 'use' };
    expect(await answer(bare)).toEqual({ scalars: {}, files: new Map() });
  });

  it('refuses a list that is longer than a map over it allows', async () => {
    const artifacts = { ...record.outputs!.artifacts, few: artifactOf(41) };
    await expect(answer({ ...record, outputs: { artifacts, scalars: {} } })).rejects.toMatchObject({
      code: 'run.too-many-items',
    });
  });
});
