import { SluiceError } from '../../errors/sluice-error.ts';
import type { RecordStore } from '../../tracking/record-store.ts';
import { unknownRun } from '../../tracking/rules/unknown-run.ts';
import type { ParameterValue, RunOrigin } from '../../tracking/run-record.ts';
import { isFileReference } from '../load.ts';

/** Holds the files of a run to those of the run it goes on with or does again. Throws `run.file-changed`. */
export async function checkSameFiles(
  { runs }: RecordStore,
  origin: RunOrigin,
  parameters: Readonly<Record<string, ParameterValue>>,
): Promise<void> {
  const before = await runs.get(origin.run);
  if (!before) throw unknownRun(origin.run);
  for (const [name, value] of Object.entries(parameters)) {
    const was = before.parameters[name];
    if (!isFileReference(value) || !isFileReference(was)) continue;
    if (value.file.sha256 !== was.file.sha256) throw fileChanged(name, was.file.sha256, value);
  }
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
