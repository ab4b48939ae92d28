import { json } from '../../../../src/pipeline/artifact-types.ts';
import { step } from '../../../../src/pipeline/step.ts';

export const make = step({
  name: 'make',
  inputs: {},
  outputs: { numbers: json<readonly number[]>() },
  run: () => ({ numbers: [1, 2, 3] }),
});
