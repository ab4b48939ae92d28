import { text } from '../../../../../../src/pipeline/parameters.ts';
import { pipeline } from '../../../../../../src/pipeline/pipeline.ts';
import { hold, make, tell } from './steps.ts';

/** As before, but that another code has the name of the last step, and runs twice. */
export const versioned = pipeline('versioned', { parameters: { path: text() } }, ({ path }) => {
  const { numbers } = make({});
  const { held } = hold({ numbers }, { path });
  tell({ numbers, held });
  tell({ numbers, held });
});
