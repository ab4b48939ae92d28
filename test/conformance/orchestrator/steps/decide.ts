import { scalar } from '../../../../src/pipeline/artifact-types.ts';
import { step } from '../../../../src/pipeline/step.ts';

export const decide = step({
  name: 'decide',
  inputs: {},
  outputs: { go: scalar<boolean>() },
  policy: { cache: false },
  run: (_inputs, { go }: { go: boolean }) => ({ go }),
});
