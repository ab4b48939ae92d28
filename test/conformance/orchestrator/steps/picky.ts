import { SluiceError } from '../../../../src/errors/sluice-error.ts';
import { json } from '../../../../src/pipeline/artifact-types.ts';
import { step } from '../../../../src/pipeline/step.ts';

/** Takes every item but 20. */
export const picky = step({
  name: 'picky',
  inputs: { value: json<number>() },
  outputs: { value: json<number>() },
  run: ({ value }) => {
    if (value !== 20) return { value };
    throw new SluiceError({ code: 'test.picky', message: 'not this item', mend: 'nothing' });
  },
});
