import { setTimeout as wait } from 'node:timers/promises';
import type { State, StateMachine } from '../../../src/pipeline/compile/state-machine.ts';
import { fill, place, valueAt, type Data } from './payload.ts';

/** What states call out to. */
export interface Surroundings {
  readonly invoke: (functionName: string, payload: unknown) => Promise<unknown>;
  readonly readObject: (key: string) => Promise<unknown>;
}

/** Most that may pass from state to state (docs: Step Functions quotas). */
const MAX_STATE_BYTES = 262_144;

/** Seconds of a machine pass as fast. */
const WAIT_MS_A_SECOND = 10;

interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly MaxAttempts: number;
}

/**
 * Runs a machine as https://states-language.net/spec.html says, as far as compiled pipelines use it, without the waits
 * between retries and with short ones where states wait.
 */
export async function interpret(
  machine: StateMachine,
  input: unknown,
  context: Data,
  surroundings: Surroundings,
): Promise<unknown> {
  return new Interpreter(surroundings).run(machine, input, context);
}

class Interpreter {
  readonly #surroundings: Surroundings;
  /** Aborted by the first error that no retrier takes: it ends the execution, so no further state begins. */
  readonly #ended = new AbortController();

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  async run(machine: StateMachine, input: unknown, context: Data): Promise<unknown> {
    let data = input;
    for (let name: string | undefined = machine.StartAt; name !== undefined;) {
      this.#ended.signal.throwIfAborted();
      if (Buffer.byteLength(JSON.stringify(data)) > MAX_STATE_BYTES)
        throw new Error(`States.DataLimitExceeded: ${name}`);
      const state: State = machine.States[name]!;
      if (state.Type !== 'Choice') data = place(data, resultPathOf(state), await this.#result(state, data, context));
      name = state.Type === 'Choice' ? choose(state, data, context) : (state['Next'] as string | undefined);
    }
    return data;
  }

  async #result(state: State, data: unknown, context: Data): Promise<unknown> {
    const result = await this.#work(state, data, context);
    return state['ResultSelector'] === undefined ? result : fill(state['ResultSelector'], result, context);
  }

  #work(state: State, data: unknown, context: Data): Promise<unknown> {
    switch (state.Type) {
      case 'Task':
        return this.#task(state, data, context);
      case 'Parallel':
        return this.#all((state['Branches'] as StateMachine[]).map((branch) => () => this.run(branch, data, context)));
      case 'Map':
        return this.#map(state, data, context);
      case 'Wait':
        return wait(Number(valueAt(state['SecondsPath'] as string, data, context)) * WAIT_MS_A_SECOND, data);
      case 'Pass':
        return Promise.resolve(state['Result'] ?? data);
      default:
        throw new Error(`a compiled machine has no ${state.Type}`);
    }
  }

  async #task(state: State, data: unknown, context: Data): Promise<unknown> {
    for (let attempt = 0; ; attempt++) {
      const { FunctionName, Payload } = fill(state['Parameters'], data, {
        ...context,
        State: { RetryCount: attempt },
      }) as Data;
      try {
        return { Payload: await this.#surroundings.invoke(FunctionName as string, Payload) };
      } catch (error) {
        this.#ended.signal.throwIfAborted();
        if (attempt >= attemptsFor(error as Error, state['Retry'] as Retrier[])) throw error;
      }
    }
  }

  async #map(state: State, data: unknown, context: Data): Promise<unknown> {
    const items = await this.#items(state, data, context);
    const body = state['ItemProcessor'] as unknown as StateMachine;
    return this.#all(
      items.map((Value, Index) => () => {
        const inner = { ...context, Map: { Item: { Index, Value } } };
        return this.run(body, fill(state['ItemSelector'], data, inner), inner);
      }),
      state['MaxConcurrency'] as number,
    );
  }

  async #items(state: State, data: unknown, context: Data): Promise<unknown[]> {
    if (state['ItemsPath'] !== undefined) return valueAt(state['ItemsPath'] as string, data, context) as unknown[];
    const { Parameters } = state['ItemReader'] as { Parameters: object };
    const { Key } = fill(Parameters, data, context) as { Key: string };
    return (await this.#surroundings.readObject(Key)) as unknown[];
  }

  async #all(work: readonly (() => Promise<unknown>)[], width = work.length): Promise<unknown[]> {
    const results: unknown[] = [];
    const queue = work.entries();
    const lane = async () => {
      for (const [index, one] of queue) results[index] = await one().catch((error: unknown) => this.#end(error));
    };
    await Promise.allSettled(Array.from({ length: Math.min(width, work.length) }, lane));
    this.#ended.signal.throwIfAborted();
    return results;
  }

  #end(error: unknown): never {
    this.#ended.abort(error);
    throw error;
  }
}

function resultPathOf(state: State): string | null | undefined {
  return state['ResultPath'] as string | null | undefined;
}

function choose(state: State, data: unknown, context: Data): string {
  const [rule] = state['Choices'] as readonly { Variable: string; Next: string }[];
  return valueAt(rule!.Variable, data, context) === true ? rule!.Next : (state['Default'] as string);
}

/** Of the first retrier that names the error. */
function attemptsFor({ name }: Error, retriers: readonly Retrier[]): number {
  const names = new Set([name, 'States.TaskFailed']);
  return retriers.find(({ ErrorEquals }) => ErrorEquals.some((each) => names.has(each)))?.MaxAttempts ?? 0;
}
