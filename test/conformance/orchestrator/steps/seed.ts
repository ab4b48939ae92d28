import { json, list, metrics } from '../../../../src/pipeline/artifact-types.ts';
import { step } from '../../../../src/pipeline/step.ts';

export const seed = step({
  name: 'seed',
  inputs: {},
  outputs: { value: json<number>(), items: list<number>(), scores: metrics<{ size: number }>() },
  run: (_inputs, { size }: { size: number }, { log }) => {
    log.parameter('size', size);
    return { value: size, items: Array.from({ length: size }, (_, index) => index * 10), scores: { size } };
  },
});
