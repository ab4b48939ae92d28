import { describe, expect, it } from 'vitest';
import { misfits } from '../../../src/pipeline/estimate/misfits.ts';
import { list, scalar, json } from '../../../src/pipeline/artifact-types.ts';
import { map } from '../../../src/pipeline/map.ts';
import { pipeline } from '../../../src/pipeline/pipeline.ts';
import { step } from '../../../src/pipeline/step.ts';
import { satisfaction } from '../example.ts';

const seed = step({ name: 'seed', inputs: {}, outputs: { items: list<number>() }, run: () => ({ items: [1] }) });
const work = step({
  name: 'work',
  inputs: { item: json<number>() },
  outputs: { out: json<number>() },
  run: ({ item }) => ({ out: item }),
});
const spread = step({
  name: 'spread',
  inputs: { item: json<number>() },
  outputs: { parts: list<number>() },
  run: ({ item }) => ({ parts: [item] }),
});
const names = Array.from({ length: 250 }, (_, index) => `s${index}`);
const chatty = step({
  name: 'chatty',
  inputs: {},
  outputs: Object.fromEntries(names.map((name) => [name, scalar<number>()])),
  run: () => Object.fromEntries(names.map((name) => [name, 1])),
});

describe('misfits', () => {
  it('are none of a pipeline that fits', () => {
    expect(misfits(satisfaction)).toEqual([]);
  });

  it('are told all at once, each with where and what helps', () => {
    const greedy = pipeline('greedy', { parameters: {} }, () => {
      chatty({});
      const { items } = seed({});
      map(items, { maxItems: 40, concurrency: 40 }, (item) => {
        const { parts } = spread({ item });
        map(parts, { maxItems: 40, concurrency: 40 }, (part) => {
          const first = work({ item: part });
          const second = work({ item: first.out });
          return work({ item: second.out }).out;
        });
        return item;
      });
    });

    expect(misfits(greedy)).toEqual([
      {
        where: 'greedy',
        problem: expect.stringMatching(/^an execution has \d+ events, over 25000, when its lists are full$/),
        mend: expect.stringContaining('maxItems over 40'),
      },
      {
        where: 'greedy',
        problem: '250 scalars may come to 280000 bytes of state, over 262144',
        mend: 'give several of them as one json(…) output, which is an artifact',
      },
      {
        where: expect.stringMatching(/^map/),
        problem: expect.stringContaining('1600 items at once'),
        mend: expect.stringContaining('concurrency'),
      },
    ]);
  });

  it('are of each item where a map makes executions of its own', () => {
    const limits = { maxItems: 40, concurrency: 1 };
    const wide = pipeline('wide', { parameters: {} }, () => {
      map(seed({}).items, { maxItems: 10_000, concurrency: 100 }, (item) => {
        map(spread({ item }).parts, limits, (part) => {
          map(
            spread({ item: part }).parts,
            limits,
            (one) => work({ item: work({ item: work({ item: one }).out }).out }).out,
          );
          return part;
        });
        return item;
      });
    });

    expect(misfits(wide).map(({ where }) => where)).toEqual([expect.stringMatching(/^each item of map/)]);
  });
});
