import { describe, expect, it } from 'vitest';
import { json, list, scalar } from '../../src/pipeline/artifact-types.ts';
import { enclosingMaps, mapsOver, referencesOf, stepNodes, walk } from '../../src/pipeline/graph.ts';
import { map } from '../../src/pipeline/map.ts';
import { integer } from '../../src/pipeline/parameters.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { step } from '../../src/pipeline/step.ts';
import { when } from '../../src/pipeline/when.ts';

const make = step({
  name: 'make',
  inputs: {},
  outputs: { items: list<number>(), go: scalar<boolean>() },
  run: (_inputs, { size }: { size: number }) => ({ items: [size], go: true }),
});
const split = step({
  name: 'split',
  inputs: { item: json<number>() },
  outputs: { parts: list<number>() },
  run: ({ item }) => ({ parts: [item] }),
});
const work = step({
  name: 'work',
  inputs: { part: json<number>() },
  outputs: { out: json<number>() },
  run: ({ part }) => ({ out: part }),
});
const limits = { maxItems: 2, concurrency: 1 };
const { nodes } = pipeline('nested', { parameters: { size: integer() } }, ({ size }) => {
  const { items, go } = make({}, { size });
  when(go, () => {
    map(items, limits, (item) => {
      map(split({ item }).parts, limits, (part) => work({ part }).out);
      return item;
    });
  });
  map(items, limits, (item) => work({ part: item }).out);
});

describe('the nodes of a graph', () => {
  it('are walked from the outside in, as they were declared', () => {
    expect([...walk(nodes)].map(({ id }) => id)).toEqual([
      'make',
      'when',
      'map',
      'split',
      'map-2',
      'work',
      'map-3',
      'work-2',
    ]);
    expect(stepNodes(nodes).map(({ id }) => id)).toEqual(['make', 'split', 'work', 'work-2']);
  });

  it('know what they and the nodes inside of them read', () => {
    const readsOf = (index: number) => referencesOf(nodes[index]!).map(({ node, output }) => `${node}.${output}`);

    expect(readsOf(0)).toEqual(['params.size']);
    expect(readsOf(1)).toEqual([
      'make.go',
      'make.items',
      'map.item',
      'map.item',
      'split.parts',
      'work.out',
      'map-2.item',
    ]);
  });

  it('know the maps around them, a when being none', () => {
    const around = [...enclosingMaps(nodes)].map(([id, maps]) => [id, maps.map((outer) => outer.id)]);

    expect(Object.fromEntries(around)).toEqual({
      make: [],
      when: [],
      map: [],
      split: ['map'],
      'map-2': ['map'],
      work: ['map', 'map-2'],
      'map-3': [],
      'work-2': ['map-3'],
    });
  });

  it('know the maps over their lists', () => {
    expect(mapsOver(nodes, 'make').map(({ id }) => id)).toEqual(['map', 'map-3']);
    expect(mapsOver(nodes, 'work')).toEqual([]);
  });
});
