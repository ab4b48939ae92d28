import { setTimeout as sleep } from 'node:timers/promises';
import { step } from '../../../../src/pipeline/step.ts';

/** Takes its time. */
export const linger = step({
  name: 'linger',
  inputs: {},
  outputs: {},
  policy: { cache: false, retries: 0 },
  run: async (_inputs, { forMs }: { forMs: number }, { signal }) => {
    await sleep(forMs, undefined, { signal });
    return {};
  },
});
