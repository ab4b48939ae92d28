import type { RegistryAccess } from '../pipeline/graph.ts';
import type { Step, Values } from '../pipeline/step.ts';
import type { Champion, RegistryReader, ReleaseRequest, Releaser } from '../pipeline/step-context.ts';
import { recordLog } from '../runs/step-log.ts';
import type { StepLog } from '../tracking/step-record.ts';

/** What one call of a step gave. */
export interface StepResult<O> {
  readonly outputs: O;
  readonly log: StepLog;
  /** What it asked the registry to release. */
  readonly released: readonly ReleaseRequest[];
}

export interface StepSurroundings<S extends string, C extends string> {
  /** Values of the secrets that it declares. */
  readonly secrets?: { readonly [Name in S]: string };
  /** Values of the configuration that it declares. */
  readonly configuration?: { readonly [Name in C]: string };
  /** What serves, by model name, for a step that looks at the registry. */
  readonly champions?: Readonly<Record<string, Champion>>;
  readonly signal?: AbortSignal;
}

/**
 * Calls a step's own code in memory, without cache, store or retries. Throws what the step throws.
 * @example const { outputs } = await runStep(clean, { rows: tableOf(orders, …) }, { seed: 1 });
 */
export async function runStep<I, O, P, R extends RegistryAccess, S extends string = never, C extends string = never>(
  step: Step<I, O, P, R, S, C>,
  inputs: Values<I>,
  parameters: P,
  { champions = {}, secrets, configuration, signal = new AbortController().signal }: StepSurroundings<S, C> = {},
): Promise<StepResult<Values<O>>> {
  const { logger, log } = recordLog();
  const released: ReleaseRequest[] = [];
  const reader: RegistryReader = { champion: async (model) => champions[model] };
  const registry: Releaser = {
    ...reader,
    async release(request) {
      released.push(request);
      return { model: request.model, version: (champions[request.model]?.version ?? 0) + 1, alias: 'champion' };
    },
  };
  const context: object = { log: logger, signal, progress: () => undefined, registry, secrets, configuration };
  // A step sees of it what its declarations let it; the compiler can't choose among them for an open R, S and C.
  const outputs = await step.run(inputs, parameters, context as Parameters<typeof step.run>[2]);
  return { outputs, log: log(), released };
}
