import type { ArtifactReference } from '../artifacts/artifact-reference.ts';
import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import type { SourceFile } from '../data/source-file.ts';
import { toErrorDocument } from '../errors/error-document.ts';
import { SluiceError } from '../errors/sluice-error.ts';
import { stepNodes, type StepNode } from '../pipeline/graph.ts';
import type { Manifest } from '../pipeline/manifest.ts';
import { isGraphReference } from '../pipeline/reference.ts';
import type { AnyStepDefinition } from '../pipeline/step.ts';
import type { RecordStore } from '../tracking/record-store.ts';
import type { FileReference, RunRecord } from '../tracking/run-record.ts';
import type { CacheEntry, CacheKeyParts, StepRecord } from '../tracking/step-record.ts';
import { cacheKey } from './cache-key.ts';
import { parseIndexPath } from './index-path.ts';
import { hashOf, load } from './load.ts';
import { registryCapability } from './registry-capability.ts';
import { Resolver } from './resolve.ts';
import type { Source } from './source.ts';
import { recordLog, toBatch, withMetricsOutputs } from './step-log.ts';
import { storeOutputs } from './store-outputs.ts';
import { withTimeout } from './with-timeout.ts';

/** What names one piece of work: the payload of a task. */
export interface StepWork {
  readonly run: string;
  /** Node id. */
  readonly step: string;
  readonly attempt: number;
  /** The maps around the node with their items, `@folds#3`; '' for none. */
  readonly index: string;
}

/** What the worker needs of the world. */
export interface Worker {
  readonly manifest: Manifest;
  /** Definitions by step name; a deployed worker has only its own. */
  readonly steps: ReadonlyMap<string, AnyStepDefinition>;
  readonly records: RecordStore;
  readonly artifacts: ArtifactStore;
  readonly openFile: (reference: FileReference) => Promise<SourceFile>;
  readonly now: () => number;
  readonly signal?: AbortSignal;
}

type Bindings = Readonly<Record<string, Source>>;

/** One attempt with all that is known before the step's own code runs. */
interface Attempt {
  readonly run: RunRecord;
  readonly node: StepNode;
  readonly record: StepRecord;
  readonly inputs: Bindings;
  readonly parameters: Bindings;
  readonly key: string;
  readonly parts: CacheKeyParts;
}

/**
 * Does one attempt of one step: resolve, reuse or run, store, record. The one worker of every stack.
 * Answers the record that stands. A failed attempt is recorded and its error thrown on.
 * Repeating work that is done already answers what it gave; throws `step.superseded` when a later attempt took over.
 */
export async function executeStep(worker: Worker, work: StepWork): Promise<StepRecord> {
  const { run, node } = await findWork(worker, work);
  const record = startRecord(work, node, worker.now());
  const begun = await worker.records.steps.begin(record);
  if (begun.state === 'superseded') return standing(begun.by);
  try {
    const attempt = await prepare(worker, run, node, record, work);
    return (await reuse(worker, attempt)) ?? (await perform(worker, attempt));
  } catch (error) {
    await worker.records.steps.commit({
      ...record,
      status: 'failed',
      endedAtMs: worker.now(),
      error: toErrorDocument(error),
    });
    throw error;
  }
}

async function findWork({ records, manifest }: Worker, work: StepWork): Promise<{ run: RunRecord; node: StepNode }> {
  const run = await records.runs.get(work.run);
  if (run?.status !== 'running') throw notRunning(work.run, run?.status);
  const node = stepNodes(manifest.nodes).find(({ id }) => id === work.step);
  if (!node) throw unknownNode(work.step, manifest);
  return { run, node };
}

function startRecord({ run, index, attempt }: StepWork, node: StepNode, startedAtMs: number): StepRecord {
  const { id, step } = node;
  return { v: 1, run, key: `${id}${index}`, node: id, step, status: 'running', attempt, startedAtMs };
}

function standing(record: StepRecord): StepRecord {
  if (record.status === 'completed' || record.status === 'cached') return record;
  throw new SluiceError({
    code: 'step.superseded',
    message: 'a later attempt of this step has taken over',
    seen: `${record.key}, attempt ${record.attempt}`,
    mend: 'nothing: the later attempt decides',
  });
}

async function prepare(
  worker: Worker,
  run: RunRecord,
  node: StepNode,
  record: StepRecord,
  work: StepWork,
): Promise<Attempt> {
  const { records, manifest } = worker;
  const resolver = new Resolver(run, manifest.nodes, (key) => records.steps.get(run.id, key));
  const around = parseIndexPath(work.index);
  const inputs = await mapAll(node.inputs, (reference) => resolver.resolve(reference, around));
  const parameters = await mapAll(node.parameters, async (bound): Promise<Source> =>
    isGraphReference(bound) ? resolver.resolve(bound, around) : { kind: 'value', value: bound },
  );
  const parts = {
    code: manifest.code[node.step] ?? '',
    parameters: await mapAll(parameters, (source) => hashOf(source, worker)),
    inputs: await mapAll(inputs, (source) => hashOf(source, worker)),
  };
  return { run, node, record, inputs, parameters, parts, key: cacheKey(manifest.pipeline, node.step, parts) };
}

async function reuse(worker: Worker, attempt: Attempt): Promise<StepRecord | undefined> {
  const { node, run, key, parts } = attempt;
  if (!node.policy.cache || !run.useCache) return undefined;
  const entry = await worker.records.cache.get(key);
  if (!entry || !(await allThere(worker.artifacts, entry))) return undefined;
  const record = committed(worker, attempt, entry, { status: 'cached', cachedFrom: entry.run, cacheKeyParts: parts });
  return commit(worker, record);
}

/** A hit whose artifact is gone is a miss. */
async function allThere(store: ArtifactStore, { outputs }: CacheEntry): Promise<boolean> {
  const sizes = await Promise.all(Object.values(outputs.artifacts).map(({ key }) => store.size(key)));
  return sizes.every((size) => size !== undefined);
}

async function perform(worker: Worker, attempt: Attempt): Promise<StepRecord> {
  const { node, run, record, key, parts } = attempt;
  const { logger, log } = recordLog();
  const { registry, released } = registryCapability(worker, {
    run: run.id,
    stepKey: record.key,
    inputs: artifactInputs(attempt.inputs),
  });
  const returned = await callStep(worker, attempt, (signal) => ({
    log: logger,
    signal,
    ...(node.registry === 'none' ? {} : { registry }),
  }));
  const outputs = await storeOutputs(
    worker.artifacts,
    `artifacts/${run.pipeline}/${node.step}`,
    node.outputs,
    returned,
  );
  const entry = { run: run.id, parts, outputs, log: withMetricsOutputs(log(), metricsOutputs(node, returned)) };
  const version = released();
  const done = committed(worker, attempt, entry, { status: 'completed', cacheKeyParts: parts });
  const answer = await commit(worker, version ? { ...done, released: version } : done);
  if (node.policy.cache) await worker.records.cache.put(key, entry);
  return answer;
}

async function callStep(worker: Worker, attempt: Attempt, contextFor: (signal: AbortSignal) => object) {
  const definition = worker.steps.get(attempt.node.step)!;
  const [inputs, parameters] = await Promise.all([
    mapAll(attempt.inputs, (source) => load(source, worker)),
    mapAll(attempt.parameters, (source) => load(source, worker)),
  ]);
  const returned = await withTimeout(attempt.node.policy.timeoutMs, worker.signal, (signal) =>
    definition.run(inputs, parameters, contextFor(signal)),
  );
  return (returned ?? {}) as Readonly<Record<string, unknown>>;
}

function committed(worker: Worker, { record, key }: Attempt, entry: CacheEntry, more: Partial<StepRecord>): StepRecord {
  const { outputs, log } = entry;
  return { ...record, status: 'completed', ...more, endedAtMs: worker.now(), cacheKey: key, outputs, log };
}

/** The log first: a committed step is never without its metrics, and logging is safe to repeat. */
async function commit({ records, now }: Worker, record: StepRecord): Promise<StepRecord> {
  await records.logs.log(record.run, toBatch(record.log!, now()));
  if (await records.steps.commit(record)) return record;
  return standing((await records.steps.get(record.run, record.key))!);
}

function artifactInputs(inputs: Bindings): ReadonlyMap<string, ArtifactReference> {
  return new Map(
    Object.entries(inputs).flatMap(([name, source]) => (source.kind === 'artifact' ? [[name, source.reference]] : [])),
  );
}

function metricsOutputs(node: StepNode, returned: Readonly<Record<string, unknown>>) {
  const names = Object.keys(node.outputs).filter((name) => node.outputs[name] === 'metrics');
  return new Map(names.map((name) => [name, returned[name] as Readonly<Record<string, number>>]));
}

async function mapAll<T, U>(
  record: Readonly<Record<string, T>>,
  change: (value: T) => Promise<U>,
): Promise<Record<string, U>> {
  const entries = Object.entries(record).map(async ([name, value]) => [name, await change(value)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

function notRunning(run: string, status: string | undefined): SluiceError {
  return new SluiceError({
    code: 'run.not-running',
    message: 'a step was asked for in a run that is not running',
    seen: `${run}: ${status ?? 'unknown'}`,
    mend: 'start a new run: finished steps are reused',
  });
}

function unknownNode(node: string, manifest: Manifest): SluiceError {
  return new SluiceError({
    code: 'step.unknown',
    message: 'a step was asked for that the pipeline does not have',
    seen: node,
    allowed: stepNodes(manifest.nodes)
      .map(({ id }) => id)
      .join(', '),
    mend: 'deploy the pipeline again: the state machine and the functions are of different versions',
  });
}
