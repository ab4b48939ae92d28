import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { json, list } from '../../src/pipeline/artifact-types.ts';
import { compile } from '../../src/pipeline/compile/compile.ts';
import { map } from '../../src/pipeline/map.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { step } from '../../src/pipeline/step.ts';
import { writeIndexFiles } from '../../src/runs/index-files.ts';
import { collect } from '../collect.ts';
import { stepSample } from '../conformance/record-store/samples.ts';
import { stepWorld } from './step-world.ts';

const make = step({
  name: 'make',
  inputs: {},
  outputs: { few: list<number>(), many: list<number>(), unread: list<number>() },
  run: () => ({ few: [], many: [], unread: [] }),
});
const work = step({
  name: 'work',
  inputs: { item: json<number>() },
  outputs: { out: json<number>() },
  run: ({ item }) => ({ out: item }),
});
const declared = pipeline('lists', { parameters: {} }, () => {
  const { few, many } = make({});
  map(few, { maxItems: 40, concurrency: 1 }, (item) => work({ item }).out);
  map(many, { maxItems: 50, concurrency: 1 }, (item) => work({ item }).out);
});
const lists = (counts: Record<string, number>) =>
  Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [
      name,
      { type: 'list' as const, key: name, sha256: name, sizeBytes: 1, count },
    ]),
  );
const record = (counts: Record<string, number>, key = 'make') =>
  stepSample({ run: 'r', key, node: 'make', outputs: { artifacts: lists(counts), scalars: {} } });

let world: Awaited<ReturnType<typeof stepWorld>>;
beforeEach(async () => {
  world = await stepWorld(declared);
});
afterEach(() => world.close());
const keys = async () => (await collect(world.artifacts.list('runs/'))).map(({ key }) => key);
const text = async (key: string) => new TextDecoder().decode(await world.artifacts.read(key));

describe('writeIndexFiles', () => {
  it('writes the indices of a list that a Distributed Map reads, and of no other', async () => {
    await writeIndexFiles(world.artifacts, declared.nodes, record({ few: 2, many: 3, unread: 4 }));

    expect(await keys()).toEqual(['runs/r/indices/make.many.json']);
    expect(await text('runs/r/indices/make.many.json')).toBe('[0,1,2]');
  });

  it('keeps the lists of different items of a map around apart, and may be repeated', async () => {
    for (const counts of [{ many: 2 }, { many: 1 }])
      await writeIndexFiles(world.artifacts, declared.nodes, record({ few: 0, ...counts }, 'make@map#3'));

    expect(await text('runs/r/indices/make@map#3.many.json')).toBe('[0]');
  });

  it('writes where the compiled state reads', () => {
    const { States } = compile(declared, { functions: {}, begin: 'b', bucket: 'bucket' });

    expect(JSON.stringify(States)).toContain("States.Format('runs/{}/indices/make{}.many.json', $.run, $.index)");
  });
});
