import { setTimeout as sleep } from 'node:timers/promises';
import { step } from '../../../../src/pipeline/step.ts';

/** Sleeps longer than it may. */
export const sleepy = step({
  name: 'sleepy',
  inputs: {},
  outputs: {},
  policy: { timeoutMs: 500, retries: 0 },
  run: async (_inputs, _parameters, { signal }) => {
    await sleep(60_000, undefined, { signal });
    return {};
  },
});
