import { describe, expect, it } from 'vitest';
import { list, scalar } from '../../src/pipeline/artifact-types.ts';
import { map } from '../../src/pipeline/map.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { step } from '../../src/pipeline/step.ts';
import { stepAnswer } from '../../src/runs/step-answer.ts';
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

describe('stepAnswer', () => {
  it('answers scalars and the indices of lists that an inline map runs over', () => {
    expect(stepAnswer(mapped.nodes, record)).toEqual({ scalars: { go: true, few: [0, 1] } });
  });

  it('answers nothing for a step without outputs', () => {
    const { outputs: _outputs, ...bare } = { ...record, node: 'use', key: 'use', step: 'use' };
    expect(stepAnswer(mapped.nodes, bare)).toEqual({ scalars: {} });
  });
});
