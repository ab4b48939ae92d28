import { json, list } from '../../../../src/pipeline/artifact-types.ts';
import { step } from '../../../../src/pipeline/step.ts';

export const total = step({
  name: 'total',
  inputs: { values: list<number>() },
  outputs: { sum: json<number>() },
  run: ({ values }) => ({ sum: values.reduce((sum, value) => sum + value, 0) }),
});
