import { text } from '../../../../../src/pipeline/parameters.ts';
import { pipeline } from '../../../../../src/pipeline/pipeline.ts';
import { refuse, say } from './steps.ts';

/** Steps that print; the second fails in each of its two attempts when a word is `no`. */
export const talkative = pipeline('talkative', { parameters: { words: text() } }, (given) => {
  const { words } = say({}, { words: given.words });
  refuse({ words }, {});
});
