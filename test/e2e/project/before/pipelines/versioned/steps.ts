import { json } from '../../../../../../src/pipeline/artifact-types.ts';
import { step } from '../../../../../../src/pipeline/step.ts';

export { hold } from '../../../steps/hold.ts';
export { make } from '../../../steps/make.ts';

export const tell = step({
  name: 'tell',
  inputs: { numbers: json<readonly number[]>(), held: json<boolean>() },
  outputs: { said: json<string>() },
  run: ({ numbers }) => ({ said: `before: ${numbers.join()}` }),
});
