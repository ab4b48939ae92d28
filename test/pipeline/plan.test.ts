import { describe, expect, it } from 'vitest';
import { json, list, scalar } from '../../src/pipeline/artifact-types.ts';
import { map } from '../../src/pipeline/map.ts';
import { integer } from '../../src/pipeline/parameters.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { planOf } from '../../src/pipeline/plan.ts';
import { step } from '../../src/pipeline/step.ts';
import { when } from '../../src/pipeline/when.ts';

const split = step({
  name: 'split',
  version: '1',
  inputs: {},
  outputs: { folds: list<number>(), many: scalar<boolean>() },
  run: (_inputs, { count }: { count: number; salt: string }) => ({ folds: [count], many: count > 1 }),
});
const score = step({
  name: 'score',
  version: '1',
  inputs: { fold: json<number>() },
  outputs: { value: json<number>() },
  run: ({ fold }) => ({ value: fold }),
});
const mean = step({
  name: 'mean',
  version: '1',
  inputs: { values: list<number>() },
  outputs: {},
  run: () => ({}),
});

describe('planOf', () => {
  it('names the step behind every input, through maps and conditions, and leaves literals out', () => {
    const { nodes } = pipeline('folds', { parameters: { count: integer() } }, ({ count }) => {
      const { folds, many } = split({}, { count, salt: 'x' });
      const values = map(folds, { maxItems: 5, concurrency: 1 }, (fold) => score({ fold }).value);
      when(many, () => void mean({ values }));
    });

    expect(planOf(nodes)).toEqual([
      { node: 'split', step: 'split', inputs: {}, parameters: { count: { node: 'params', output: 'count' } } },
      { node: 'score', step: 'score', inputs: { fold: { node: 'split', output: 'folds' } }, parameters: {} },
      { node: 'mean', step: 'mean', inputs: { values: { node: 'score', output: 'value' } }, parameters: {} },
    ]);
  });
});
