import type { StepNode } from '../pipeline/graph.ts';
import { isGraphReference } from '../pipeline/reference.ts';
import type { RunRecord } from '../tracking/run-record.ts';
import type { CacheKeyParts, StepRecord } from '../tracking/step-record.ts';
import { cacheKey } from './cache-key.ts';
import type { MapPosition } from './index-path.ts';
import { hashOf, textOf } from './load.ts';
import { awaitValues } from './await-values.ts';
import { Resolver } from './resolve.ts';
import type { Source } from './source.ts';
import type { Worker } from './worker.ts';

/** Where each input or parameter of a step gets its value from. */
export type Bindings = Readonly<Record<string, Source>>;

/** One attempt of a step with all that is known before the step's own code runs. */
export interface Attempt {
  readonly run: RunRecord;
  readonly node: StepNode;
  /** As it began. */
  readonly record: StepRecord;
  readonly inputs: Bindings;
  readonly parameters: Bindings;
  /** The cache key and what it was made of. */
  readonly key: string;
  readonly parts: CacheKeyParts;
}

/** Resolves what an attempt reads, without loading it, and makes its cache key. Throws `run.output-missing`. */
export async function prepareAttempt(
  worker: Worker,
  begun: Pick<Attempt, 'run' | 'node' | 'record'>,
  around: readonly MapPosition[],
): Promise<Attempt> {
  const { run, node } = begun;
  const { manifest, records } = worker;
  const resolver = new Resolver(run, manifest.nodes, (key) => records.steps.get(run.id, key));
  const inputs = await awaitValues(node.inputs, (reference) => resolver.resolve(reference, around));
  const parameters = await awaitValues(node.parameters, async (bound): Promise<Source> =>
    isGraphReference(bound) ? resolver.resolve(bound, around) : { kind: 'value', value: bound },
  );
  const parts = {
    code: manifest.code[node.step] ?? '',
    parameters: await awaitValues(parameters, (source) => textOf(source, worker)),
    inputs: await awaitValues(inputs, (source) => hashOf(source, worker)),
  };
  return { ...begun, inputs, parameters, parts, key: cacheKey(manifest.pipeline, node.step, parts) };
}
