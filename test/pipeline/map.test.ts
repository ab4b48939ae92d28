import { describe, expect, it } from 'vitest';
import { json, list } from '../../src/pipeline/artifact-types.ts';
import { map } from '../../src/pipeline/map.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { step } from '../../src/pipeline/step.ts';

const make = step({ name: 'make', inputs: {}, outputs: { items: list<number>() }, run: () => ({ items: [1] }) });
const work = step({
  name: 'work',
  inputs: { item: json<number>() },
  outputs: { out: json<number>() },
  run: ({ item }) => ({ out: item }),
});
const gather = step({ name: 'gather', inputs: { all: list<number>() }, outputs: {}, run: () => ({}) });

describe('map', () => {
  it('becomes a node around what its body declares, and gives a list', () => {
    const { nodes } = pipeline('p', { parameters: {} }, () => {
      gather({ all: map(make({}).items, { maxItems: 4, concurrency: 2 }, (item) => work({ item }).out) });
    });

    expect(nodes).toMatchObject([
      { id: 'make' },
      {
        kind: 'map',
        id: 'map',
        items: { node: 'make', output: 'items' },
        maxItems: 4,
        concurrency: 2,
        body: [{ id: 'work', inputs: { item: { node: 'map', output: 'item', type: 'item' } } }],
        output: { node: 'work', output: 'out' },
      },
      { id: 'gather', inputs: { all: { node: 'map', output: 'items', type: 'list' } } },
    ]);
  });

  it.each([
    [0, 1],
    [10_001, 1],
    [1, 0],
    [1, 1.5],
    [Number.NaN, 1],
  ])('throws pipeline.map-limits for at most %d items, %d at once', (maxItems, concurrency) => {
    const declare = () =>
      pipeline('p', { parameters: {} }, () => {
        map(make({}).items, { maxItems, concurrency }, (item) => work({ item }).out);
      });

    expect(declare).toThrow(expect.objectContaining({ code: 'pipeline.map-limits' }));
  });

  it('names every map whose limits are out of range, at once', () => {
    const declare = () =>
      pipeline('p', { parameters: {} }, () => {
        const { items } = make({});
        map(items, { maxItems: 0, concurrency: 1 }, (item) => work({ item }).out);
        map(items, { maxItems: 1, concurrency: 20_000 }, (item) => work({ item }).out);
      });

    const seen = 'map: maxItems 0, concurrency 1; map-2: maxItems 1, concurrency 20000';
    expect(declare).toThrow(expect.objectContaining({ facts: expect.objectContaining({ seen }) }));
  });

  it('throws pipeline.empty for a body without a step', () => {
    const declare = () =>
      pipeline(
        'p',
        { parameters: {} },
        () => void map(make({}).items, { maxItems: 1, concurrency: 1 }, (item) => item),
      );

    expect(declare).toThrow(expect.objectContaining({ code: 'pipeline.empty' }));
  });
});
