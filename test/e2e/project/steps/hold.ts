import { existsSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { json } from '../../../../src/pipeline/artifact-types.ts';
import { step } from '../../../../src/pipeline/step.ts';

/** Says beside the path that it waits, and goes on when there is a file at it, which an emulator's functions see too. */
export const hold = step({
  name: 'hold',
  inputs: { numbers: json<readonly number[]>() },
  outputs: { held: json<boolean>() },
  policy: { retries: 0, timeoutMs: 180_000 },
  run: async (_inputs, { path }: { readonly path: string }, { signal }) => {
    writeFileSync(`${path}.waiting`, '');
    while (!existsSync(path)) await sleep(50, undefined, { signal });
    return { held: true };
  },
});
