import { SluiceError } from '../../errors/sluice-error.ts';
import type { RecordStore } from '../../tracking/record-store.ts';
import { unknownRun } from '../../tracking/rules/unknown-run.ts';
import type { ParameterValue, RunOrigin } from '../../tracking/run-record.ts';
import { isFileReference } from '../load.ts';

/**
 * The parameters of a run, its files under the names that they had in the run that it goes on with or does again: a file
 * that was uploaded lies under its hash since. Throws `run.file-changed`, `run.unknown`.
 */
export async function sameFiles(
  { runs }: RecordStore,
  origin: RunOrigin,
  parameters: Readonly<Record<string, ParameterValue>>,
): Promise<Record<string, ParameterValue>> {
  const before = await runs.get(origin.run);
  if (!before) throw unknownRun(origin.run);
  const same = Object.entries(parameters).map(
    ([name, value]) => [name, sameFile(name, before.parameters[name], value)] as const,
  );
  return Object.fromEntries(same);
}

function sameFile(parameter: string, was: ParameterValue | undefined, value: ParameterValue): ParameterValue {
  if (!isFileReference(value) || was === undefined || !isFileReference(was)) return value;
  if (value.file.sha256 !== was.file.sha256) throw fileChanged(parameter, was.file.sha256, value);
  return { file: { ...value.file, name: was.file.name } };
}

function fileChanged(parameter: string, was: string, { file }: { file: { uri: string; sha256: string } }): SluiceError {
  return new SluiceError({
    code: 'run.file-changed',
    message: `the file of the parameter ${parameter} is not the one that the run read`,
    seen: `${file.uri}: sha256 ${file.sha256.slice(0, 12)}, was ${was.slice(0, 12)}`,
    allowed: 'the same bytes at the same place',
    mend: 'put the old file back, or start a new run with the new one',
  });
}
