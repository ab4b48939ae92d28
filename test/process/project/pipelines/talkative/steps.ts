import { setTimeout as sleep } from 'node:timers/promises';
import { json } from '../../../../../src/pipeline/artifact-types.ts';
import { step } from '../../../../../src/pipeline/step.ts';

export const say = step({
  name: 'say',
  inputs: {},
  outputs: { words: json<string[]>() },
  run: async (_inputs, { words }: { words: string }, { log }) => {
    console.log('saying %d characters', words.length);
    await sleep(5);
    console.warn('all of them:\n%s', words);
    log.metric('length', words.length);
    return { words: words.split(' ') };
  },
});

export const refuse = step({
  name: 'refuse',
  inputs: { words: json<string[]>() },
  outputs: {},
  policy: { retries: 1, backoffMs: 1 },
  run: ({ words }) => {
    console.error({ words });
    if (words.includes('no')) throw new Error('no was said');
    return {};
  },
});
