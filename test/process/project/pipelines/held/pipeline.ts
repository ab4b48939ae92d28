import { integer, text } from '../../../../../src/pipeline/parameters.ts';
import { pipeline } from '../../../../../src/pipeline/pipeline.ts';
import { hold, make, total } from './steps.ts';

const parameters = { size: integer({ default: 200_000 }), held: text() };

/** Three steps, the middle one of which can be held to be killed in. */
export const held = pipeline('held', { parameters }, (given) => {
  const { numbers } = make({}, { size: given.size });
  const passed = hold({ numbers }, { path: given.held });
  total({ numbers: passed.numbers });
});
