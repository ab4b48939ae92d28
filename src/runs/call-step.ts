import type { Spool } from '../artifacts/spool.ts';
import type { Attempt } from './attempt.ts';
import { load } from './load.ts';
import { awaitValues } from './await-values.ts';
import { spoolStreams } from './spool-streams.ts';
import { withTimeout } from './with-timeout.ts';
import type { Worker } from './worker.ts';

/** Values by name. */
export type Values = Readonly<Record<string, unknown>>;

/** What a step was handed and what it returned, its streams in files. */
export interface CalledStep {
  readonly inputs: Values;
  readonly returned: Values;
}

/**
 * Loads what a step reads and calls its own code, within its time. Throws what loading and the code throw,
 * `step.timed-out`.
 */
export async function callStep(
  worker: Worker,
  { node, ...attempt }: Attempt,
  spool: Spool,
  contextFor: (signal: AbortSignal) => object,
): Promise<CalledStep> {
  const definition = worker.steps.get(node.step)!;
  const [inputs, parameters] = await Promise.all([
    awaitValues(attempt.inputs, (source, name) => load(source, worker, definition.inputs[name]?.streamed)),
    awaitValues(attempt.parameters, (source) => load(source, worker)),
  ]);
  return withTimeout(node.policy.timeoutMs, worker.signal, async (signal) => {
    const returned = await definition.run(inputs, parameters, contextFor(signal));
    return { inputs, returned: await spoolStreams(spool, definition.outputs, (returned ?? {}) as Values, signal) };
  });
}
