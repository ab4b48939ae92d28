import { describe, expect, it } from 'vitest';
import { json, list } from '../../src/pipeline/artifact-types.ts';
import { map } from '../../src/pipeline/map.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { step } from '../../src/pipeline/step.ts';
import { checkListLengths } from '../../src/runs/check-list-lengths.ts';
import { stepSample } from '../conformance/record-store/samples.ts';

const make = step({
  name: 'make',
  inputs: {},
  outputs: { few: list<number>(), many: list<number>() },
  run: () => ({ few: [], many: [] }),
});
const work = step({
  name: 'work',
  inputs: { item: json<number>() },
  outputs: { out: json<number>() },
  run: ({ item }) => ({ out: item }),
});
const { nodes } = pipeline('lists', { parameters: {} }, () => {
  const { few } = make({});
  for (const maxItems of [5, 4]) map(few, { maxItems, concurrency: 1 }, (item) => work({ item }).out);
});

function record(counts: Record<string, number>) {
  const lists = Object.entries(counts).map(([name, count]) => {
    return [name, { type: 'list', key: name, sha256: name, sizeBytes: 1, count }] as const;
  });
  return stepSample({ node: 'make', outputs: { artifacts: Object.fromEntries(lists), scalars: {} } });
}

describe('checkListLengths', () => {
  it('takes lists as long as the maps over them allow, and any that none is over', () => {
    expect(() => checkListLengths(nodes, record({ few: 4, many: 99 }))).not.toThrow();
  });

  it('throws run.too-many-items for one that any map over it does not allow', () => {
    expect(() => checkListLengths(nodes, record({ few: 5, many: 1 }))).toThrow(
      expect.objectContaining({
        code: 'run.too-many-items',
        facts: expect.objectContaining({ seen: 'map-2 over 5 items', allowed: 'at most 4' }),
      }),
    );
  });
});
