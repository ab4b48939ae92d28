import { randomBytes } from 'node:crypto';
import type { Manifest } from '../pipeline/manifest.ts';
import { planOf } from '../pipeline/plan.ts';
import type { RecordStore } from '../tracking/record-store.ts';
import type { FileReference, ParameterValue, RunRecord, Trigger } from '../tracking/run-record.ts';
import type { Scalar } from '../tracking/step-record.ts';
import { checkParameters } from './check-parameters.ts';

/** What starting a run needs of the world. */
export interface Starter {
  readonly manifest: Manifest;
  readonly stack: string;
  readonly records: RecordStore;
  /** Fingerprints a file given by path or URI, and brings it to where the steps can read it. */
  readonly placeFile: (parameter: string, pathOrUri: string) => Promise<FileReference>;
  readonly now: () => number;
}

export interface StartRequest {
  readonly parameters: Readonly<Record<string, Scalar>>;
  readonly useCache: boolean;
  readonly trigger: Trigger;
  /** Made up unless given, as by an execution that was started from the console. */
  readonly run?: string;
  /** Only of a run in process. */
  readonly lease?: Required<Pick<RunRecord, 'leaseUntilMs' | 'process'>>;
}

/**
 * The one door in: checks the parameters, fixes the files by their hashes and records the run.
 * Safe to repeat with the same run id. Throws `parameter.*` and what placing files throws.
 */
export async function startRun(starter: Starter, request: StartRequest): Promise<RunRecord> {
  const { manifest, records, stack, now } = starter;
  const checked = checkParameters(manifest.parameters, request.parameters);
  const parameters = await placeFiles(starter, checked);
  const experiment = await records.experiments.ensure(manifest.pipeline, now());
  const run: RunRecord = {
    v: 1,
    id: request.run ?? newRunId(),
    experimentId: experiment.id,
    pipeline: manifest.pipeline,
    stack,
    status: 'running',
    trigger: request.trigger,
    parameters,
    plan: planOf(manifest.nodes),
    useCache: request.useCache,
    startedAtMs: now(),
    ...request.lease,
  };
  const created = await records.runs.create(run);
  return created === 'created' ? run : (await records.runs.get(run.id))!;
}

/** 32 hex digits. */
export function newRunId(): string {
  return randomBytes(16).toString('hex');
}

async function placeFiles(
  { manifest, placeFile }: Starter,
  checked: Readonly<Record<string, Scalar>>,
): Promise<Record<string, ParameterValue>> {
  const placed = Object.entries(checked).map(async ([name, value]) => {
    const isFile = manifest.parameters[name]!.kind === 'file';
    return [name, isFile ? await placeFile(name, String(value)) : value] as const;
  });
  return Object.fromEntries(await Promise.all(placed));
}
