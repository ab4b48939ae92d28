import { text } from '../../../../../../src/pipeline/parameters.ts';
import { pipeline } from '../../../../../../src/pipeline/pipeline.ts';
import { hold, make, tell } from './steps.ts';

/** Waits, then tells which deployment it is of. */
export const versioned = pipeline('versioned', { parameters: { path: text() } }, ({ path }) => {
  const { numbers } = make({});
  tell({ numbers, held: hold({ numbers }, { path }).held });
});
