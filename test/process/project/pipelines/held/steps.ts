import { existsSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { json } from '../../../../../src/pipeline/artifact-types.ts';
import { step } from '../../../../../src/pipeline/step.ts';

const numbers = json<number[]>();

export const make = step({
  name: 'make',
  inputs: {},
  outputs: { numbers },
  run: (_inputs, { size }: { size: number }) => ({
    numbers: Array.from({ length: size }, (_, index) => (index * 7_919) % 1_009),
  }),
});

/** Goes on only when there is no file at the path; says beside it that it is waiting. */
export const hold = step({
  name: 'hold',
  inputs: { numbers },
  outputs: { numbers },
  run: async (inputs, { path }: { path: string }, { signal }) => {
    while (existsSync(path)) {
      writeFileSync(`${path}.waiting`, '');
      await sleep(20, undefined, { signal });
    }
    return { numbers: inputs.numbers.map((value) => value + 1) };
  },
});

export const total = step({
  name: 'total',
  inputs: { numbers },
  outputs: { sum: json<number>() },
  run: (inputs) => ({ sum: inputs.numbers.reduce((sum, value) => sum + value, 0) }),
});
