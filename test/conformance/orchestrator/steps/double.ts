import { json } from '../../../../src/pipeline/artifact-types.ts';
import { step } from '../../../../src/pipeline/step.ts';

export const double = step({
  name: 'double',
  inputs: { value: json<number>() },
  outputs: { value: json<number>() },
  run: ({ value }) => ({ value: value * 2 }),
});
