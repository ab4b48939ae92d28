import { decodeArtifact } from '../artifacts/decode-artifact.ts';
import type { SourceFile } from '../data/source-file.ts';
import { toErrorDocument } from '../errors/error-document.ts';
import type { ErrorDocument } from '../errors/sluice-error.ts';
import { manifestOf, type Manifest } from '../pipeline/manifest.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { finishRun } from '../runs/finish.ts';
import { silentObserver } from '../runs/run-observer.ts';
import { startRun } from '../runs/start.ts';
import type { Worker } from '../runs/worker.ts';
import { runGraph } from '../stacks/local/run-graph.ts';
import type { FileReference, RunEnding, RunRecord } from '../tracking/run-record.ts';
import type { ReleasedVersion, Scalar, StepRecord } from '../tracking/step-record.ts';
import { testWorld, type TestWorld } from './test-world.ts';

/** Parameters by name, files as `sourceFileOf` makes them. */
export type TestParameters = Readonly<Record<string, Scalar | SourceFile>>;

/** What a run of a pipeline came to. */
export interface PipelineResult {
  readonly status: RunRecord['status'];
  readonly error: ErrorDocument | undefined;
  /** Every step that ran, by its key: `train`, or `score@folds#2` inside a map. */
  readonly steps: Readonly<Record<string, StepRecord>>;
  readonly metrics: Readonly<Record<string, number>>;
  readonly released: ReleasedVersion | undefined;
  /** The value of an artifact or scalar that a step gave; undefined when it gave none of that name. */
  output(step: string, name: string): Promise<unknown>;
}

/**
 * Runs a pipeline in memory to its end, its steps' retries without waiting. A failed run is answered, not thrown.
 * Throws `parameter.*` for parameters it does not take.
 * @example const { metrics } = await runPipeline(rents, { source: sourceFileOf('flats.csv', 'area,rent\n40,600\n') });
 */
export async function runPipeline(
  pipeline: Pipeline,
  parameters: TestParameters = {},
  world: TestWorld = testWorld(),
): Promise<PipelineResult> {
  const files = new Map(Object.values(parameters).flatMap((value) => (isFile(value) ? [[value.uri, value]] : [])));
  const manifest = manifestOf(pipeline, codeByName(pipeline));
  const run = await startRun(
    {
      manifest,
      stack: 'test',
      records: world.records,
      now: world.now,
      placeFile: async (_name, uri) => reference(files.get(uri)!),
    },
    {
      parameters: Object.fromEntries(
        Object.entries(parameters).map(([name, value]) => [name, isFile(value) ? value.uri : value]),
      ),
      useCache: true,
      trigger: { kind: 'command' },
    },
  );
  const openFile = async ({ file }: FileReference) => files.get(file.uri)!;
  const ending = await walk(pipeline, manifest, run, { ...world, openFile });
  return resultOf(world, await finishRun(world.records, run.id, ending));
}

/** A test has one version of the code. */
function codeByName({ steps }: Pipeline): Record<string, string> {
  return Object.fromEntries([...steps.keys()].map((name) => [name, 'test']));
}

async function walk(
  { steps }: Pipeline,
  manifest: Manifest,
  run: RunRecord,
  world: TestWorld & Pick<Worker, 'openFile'>,
): Promise<RunEnding> {
  const stop = new AbortController();
  const worker: Worker = { ...world, manifest, steps, signal: stop.signal };
  try {
    await runGraph({ worker, run, observer: silentObserver, random: () => 0, sleep: noWait, stop }, manifest.nodes);
    return { status: 'completed', endedAtMs: world.now() };
  } catch (error) {
    return { status: 'failed', endedAtMs: world.now(), error: toErrorDocument(error) };
  }
}

async function noWait(): Promise<void> {}

async function resultOf({ records, artifacts }: TestWorld, run: RunRecord): Promise<PipelineResult> {
  const [steps, { metrics }] = await Promise.all([records.steps.list(run.id), records.logs.data(run.id)]);
  const byKey = Object.fromEntries(steps.map((step) => [step.key, step]));
  return {
    status: run.status,
    error: run.error,
    steps: byKey,
    metrics: Object.fromEntries(Object.values(metrics).map(({ key, value }) => [key, value])),
    released: steps.findLast(({ released }) => released)?.released,
    async output(step, name) {
      const outputs = byKey[step]?.outputs;
      const artifact = outputs?.artifacts[name];
      return artifact ? decodeArtifact(artifacts, artifact) : outputs?.scalars[name];
    },
  };
}

function isFile(value: Scalar | SourceFile): value is SourceFile {
  return typeof value === 'object';
}

function reference({ name, uri, sha256, sizeBytes }: SourceFile): FileReference {
  return { file: { name, uri, sha256, sizeBytes } };
}
