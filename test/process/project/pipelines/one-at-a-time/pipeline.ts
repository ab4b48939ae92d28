import { integer, text } from '../../../../../src/pipeline/parameters.ts';
import { pipeline } from '../../../../../src/pipeline/pipeline.ts';
import { occupy } from './steps.ts';

const parameters = { log: text(), name: text(), forMs: integer({ default: 150 }) };

/** One step that must not run twice at once. */
export const oneAtATime = pipeline('one-at-a-time', { parameters, concurrency: 'skip' }, (given) => {
  occupy({}, given);
});
