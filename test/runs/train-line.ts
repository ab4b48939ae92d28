import { tableOf } from '../../src/data/table-of.ts';
import { trainLinear } from '../../src/models/linear/train-linear.ts';
import { model } from '../../src/pipeline/artifact-types.ts';
import { step } from '../../src/pipeline/step.ts';

/** A step that fits the line through the origin with a slope: another slope, another model. */
export const train = step({
  name: 'train',
  version: '1',
  inputs: {},
  outputs: { fitted: model({ a: 'float' }) },
  run: (_inputs, { slope }: { slope: number }) => {
    const table = tableOf({ a: 'float', y: 'float' }, { a: [0, 1, 2], y: [0, slope, 2 * slope] });
    return { fitted: trainLinear({ table, features: ['a'], target: 'y' }) };
  },
});
