import { file, text } from '../../../../../src/pipeline/parameters.ts';
import { pipeline } from '../../../../../src/pipeline/pipeline.ts';
import { read } from './steps.ts';

const parameters = { source: file({ description: 'any file of some chunks' }), held: text() };

/** One step that can be held while it reads its file. */
export const patient = pipeline('patient', { parameters }, (given) => {
  read({}, { source: given.source, path: given.held });
});
