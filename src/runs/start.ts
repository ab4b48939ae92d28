import type { Manifest } from '../pipeline/manifest.ts';
import type { FileReference, ParameterValue, RunRecord } from '../tracking/run-record.ts';
import type { Scalar } from '../tracking/step-record.ts';
import { checkParameters } from './check-parameters.ts';
import { takeTurn, type TurnPlace } from './concurrency/take-turn.ts';
import { sameFiles } from './replay/same-files.ts';
import { recordRun, type AskedRun, type Recorder } from './record-run.ts';

/** What starting a run needs of the world. */
export interface Starter extends Recorder, Pick<TurnPlace, 'stopExecution'> {
  readonly manifest: Manifest;
  /** Fingerprints a file given by path or URI, and brings it to where the steps can read it. */
  readonly placeFile: (parameter: string, pathOrUri: string) => Promise<FileReference>;
}

export interface StartRequest extends AskedRun {
  readonly parameters: Readonly<Record<string, Scalar>>;
}

/**
 * The one door in: checks the parameters, fixes the files by their hashes, records the run and lets it
 * run, wait its turn or end, as the concurrency of the pipeline says. Safe to repeat with the same run id.
 * Throws `parameter.*`, `run.file-changed` and what placing files throws.
 */
export async function startRun(starter: Starter, request: StartRequest): Promise<RunRecord> {
  const checked = checkParameters(starter.manifest.parameters, request.parameters);
  const placed = await placeFiles(starter, checked);
  const parameters = request.origin ? await sameFiles(starter.records, request.origin, placed) : placed;
  const run = await recordRun(starter, request, parameters);
  return run.status === 'queued' ? takeTurn(starter, run) : run;
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
