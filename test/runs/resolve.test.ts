import { describe, expect, it } from 'vitest';
import type { ArtifactReference } from '../../src/artifacts/artifact-reference.ts';
import { json, list, scalar } from '../../src/pipeline/artifact-types.ts';
import { map } from '../../src/pipeline/map.ts';
import { integer } from '../../src/pipeline/parameters.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { step } from '../../src/pipeline/step.ts';
import { Resolver } from '../../src/runs/resolve.ts';
import type { StepRecord } from '../../src/tracking/step-record.ts';
import { runSample, stepSample } from '../conformance/record-store/samples.ts';

const make = step({
  name: 'make',
  inputs: {},
  outputs: { items: list<number>(), size: scalar<number>() },
  run: () => ({ items: [1], size: 1 }),
});
const split = step({
  name: 'split',
  inputs: { item: json<number>() },
  outputs: { parts: list<number>() },
  run: ({ item }) => ({ parts: [item] }),
});
const score = step({
  name: 'score',
  inputs: { part: json<number>() },
  outputs: { value: json<number>() },
  run: ({ part }) => ({ value: part }),
});
const limits = { maxItems: 9, concurrency: 1 };

/** Folds, each of which has parts: `map` around `split` and `map-2`, which is around `score`. */
const nested = pipeline('nested', { parameters: { size: integer() } }, () => {
  map(make({}).items, limits, (item) => {
    map(split({ item }).parts, limits, (part) => score({ part }).value);
    return item;
  });
});
const artifact = (name: string, count?: number): ArtifactReference => ({
  type: count === undefined ? 'json' : 'list',
  key: name,
  sha256: name,
  sizeBytes: 1,
  ...(count === undefined ? {} : { count }),
});
const made = (artifacts: Record<string, ArtifactReference>, scalars = {}): StepRecord =>
  stepSample({ outputs: { artifacts, scalars } });
const records: Readonly<Record<string, StepRecord>> = {
  make: made({ items: artifact('folds', 2) }, { size: 7 }),
  'split@map#1': made({ parts: artifact('parts of 1', 2) }),
  'score@map#1@map-2#0': made({ value: artifact('score 1.0') }),
  'score@map#1@map-2#1': made({ value: artifact('score 1.1') }),
};
const resolver = new Resolver(runSample({ parameters: { size: 3 } }), nested.nodes, async (key) => records[key]);
const fold = { map: 'map', index: 1 };
const reference = (node: string, output: string) => ({ node, output, type: 'json' });

describe('Resolver', () => {
  it('finds parameters, scalars and artifacts', async () => {
    expect(await resolver.resolve(reference('params', 'size'), [])).toEqual({ kind: 'value', value: 3 });
    expect(await resolver.resolve(reference('make', 'size'), [])).toEqual({ kind: 'value', value: 7 });
    expect(await resolver.resolve(reference('make', 'items'), [])).toMatchObject({ reference: { key: 'folds' } });
  });

  it('finds what was made outside the maps around the reader', async () => {
    const around = [fold, { map: 'map-2', index: 0 }];

    expect(await resolver.resolve(reference('make', 'items'), around)).toMatchObject({ reference: { key: 'folds' } });
    expect(await resolver.resolve(reference('split', 'parts'), around)).toMatchObject({
      reference: { key: 'parts of 1' },
    });
  });

  it('finds the item of each map around the reader', async () => {
    const around = [fold, { map: 'map-2', index: 0 }];

    expect(await resolver.resolve(reference('map', 'item'), around)).toEqual({
      kind: 'item',
      list: artifact('folds', 2),
      index: 1,
    });
    expect(await resolver.resolve(reference('map-2', 'item'), around)).toEqual({
      kind: 'item',
      list: artifact('parts of 1', 2),
      index: 0,
    });
  });

  it('gathers what a map gave, in the order of its items', async () => {
    const gathered = await resolver.resolve(reference('map-2', 'items'), [fold]);

    expect(gathered).toEqual({
      kind: 'gathered',
      items: ['score 1.0', 'score 1.1'].map((name) => ({ kind: 'artifact', reference: artifact(name) })),
    });
  });

  it.each([
    ['a parameter', 'params', 'gone', []],
    ['an output', 'make', 'gone', []],
    ['a node', 'gone', 'items', []],
    ['the step of an item', 'split', 'parts', [{ map: 'map', index: 0 }]],
    ['the list of a map', 'map-2', 'items', [{ map: 'map', index: 0 }]],
  ])('throws run.output-missing for %s that is not there', async (_what, node, output, around) => {
    await expect(resolver.resolve(reference(node, output), around)).rejects.toMatchObject({
      code: 'run.output-missing',
    });
  });
});
