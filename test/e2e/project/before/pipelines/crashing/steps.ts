import { step } from '../../../../../../src/pipeline/step.ts';

export type How = 'exits' | 'is-killed' | 'never-yields';

/** Ends its process, as the system does when memory is short, or keeps it from doing anything else. */
export const crash = step({
  name: 'crash',
  inputs: {},
  outputs: {},
  policy: { retries: 0, timeoutMs: 500 },
  run: (_inputs, { how }: { readonly how: How }) => {
    if (how === 'exits') process.exit(3);
    if (how === 'is-killed') process.kill(process.pid, 'SIGKILL');
    for (const endMs = Date.now() + 60_000; Date.now() < endMs;);
    return {};
  },
});
