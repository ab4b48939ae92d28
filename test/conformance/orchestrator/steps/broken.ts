import { SluiceError } from '../../../../src/errors/sluice-error.ts';
import { step } from '../../../../src/pipeline/step.ts';

export const broken = step({
  name: 'broken',
  inputs: {},
  outputs: {},
  policy: { retries: 2, backoffMs: 1 },
  run: () => {
    throw new SluiceError({ code: 'test.permanent', message: 'broken on purpose', mend: 'nothing' });
  },
});
