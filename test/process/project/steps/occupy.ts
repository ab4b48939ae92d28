import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { step } from '../../../../src/pipeline/step.ts';

/** Writes to the log when it begins and when it ends, and takes its time between. */
export const occupy = step({
  name: 'occupy',
  inputs: {},
  outputs: {},
  policy: { cache: false, retries: 0 },
  run: async (_inputs, { log, name, forMs }: { log: string; name: string; forMs: number }, { signal }) => {
    appendFileSync(log, `begin ${name}\n`);
    await sleep(forMs, undefined, { signal });
    appendFileSync(log, `end ${name}\n`);
    return {};
  },
});
