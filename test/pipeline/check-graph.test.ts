import { describe, expect, it } from 'vitest';
import { json, list, scalar } from '../../src/pipeline/artifact-types.ts';
import { map } from '../../src/pipeline/map.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { step } from '../../src/pipeline/step.ts';
import { when } from '../../src/pipeline/when.ts';

const first = step({
  name: 'first',
  inputs: {},
  outputs: { items: list<number>(), go: scalar<boolean>() },
  run: () => ({ items: [1], go: true }),
});
const work = step({
  name: 'work',
  inputs: { item: json<number>() },
  outputs: { out: json<number>() },
  run: ({ item }) => ({ out: item }),
});
const limits = { maxItems: 4, concurrency: 1 };
const declare = (draw: () => void) => () => pipeline('drawn', { parameters: {} }, draw);

describe('pipeline', () => {
  it.each([
    ['pipeline.empty', () => {}],
    ['pipeline.empty', () => when(first({}).go, () => {})],
    [
      'pipeline.outside-map',
      () => {
        const { items, go } = first({});
        map(items, limits, (item) => {
          const made = work({ item });
          when(go, () => void first({}));
          return made.out;
        });
      },
    ],
    [
      'pipeline.map-over-map',
      () => {
        const mapped = map(first({}).items, limits, (item) => work({ item }).out);
        map(mapped, limits, (item) => work({ item }).out);
      },
    ],
    [
      'pipeline.map-limits',
      () => void map(first({}).items, { maxItems: 10_001, concurrency: 1 }, (item) => work({ item }).out),
    ],
    [
      'pipeline.step-name-taken',
      () => {
        first({});
        step({ name: 'first', inputs: {}, outputs: {}, run: () => ({}) })({});
      },
    ],
    [
      'pipeline.bad-key',
      () => void step({ name: 'odd', inputs: {}, outputs: { 'a-b': json<number>() }, run: () => ({ 'a-b': 1 }) })({}),
    ],
    ['pipeline.async-declaration', async () => void first({})],
  ])('refuses a graph that could not run alike everywhere: %s', (code, draw) => {
    expect(declare(draw as () => void)).toThrow(expect.objectContaining({ code }));
  });

  it('refuses names that cannot be keys', () => {
    expect(() => pipeline('Not Kebab', { parameters: {} }, () => void first({}))).toThrow(
      expect.objectContaining({ code: 'pipeline.bad-name' }),
    );
  });

  it('refuses steps called outside a declaration', () => {
    expect(() => first({})).toThrow(expect.objectContaining({ code: 'pipeline.outside-declaration' }));
  });

  it('numbers nodes that call the same step', () => {
    const twice = declare(() => {
      first({});
      first({});
    })();

    expect(twice.nodes.map(({ id }) => id)).toEqual(['first', 'first-2']);
  });
});
