import { nearest } from '../../errors/nearest.ts';
import { SluiceError } from '../../errors/sluice-error.ts';
import { findArtifact, type FoundArtifact } from '../../runs/lineage/find-artifact.ts';
import type { RecordStore } from '../../tracking/record-store.ts';
import type { StepRecord } from '../../tracking/step-record.ts';
import { findRun } from './find-run.ts';

/** An artifact as a person names it: `RUN/STEP.OUTPUT`, or as `findArtifact` takes it. Throws as that and `findRun` do. */
export async function findNamedArtifact(records: RecordStore, name: string): Promise<FoundArtifact> {
  const [, prefix, key, output] = /^([a-z0-9]+)\/([^/.]+)\.([^/.]+)$/.exec(name) ?? [];
  if (prefix === undefined) return findArtifact(records, name);
  const run = await findRun(records, prefix);
  const steps = await records.steps.list(run.id);
  const step = steps.find((one) => one.key === key);
  const reference = step?.outputs?.artifacts[output!];
  if (step && reference) return { run, step, reference };
  throw notOfRun(prefix, `${key}.${output}`, steps);
}

function notOfRun(run: string, seen: string, steps: readonly StepRecord[]): SluiceError {
  const names = steps.flatMap(({ key, outputs }) => Object.keys(outputs?.artifacts ?? {}).map((of) => `${key}.${of}`));
  const near = nearest(seen, names);
  return new SluiceError({
    code: 'artifact.unknown',
    message: 'the run has no such artifact',
    seen: `${run}/${seen}`,
    allowed: names.join(', ') || 'none: no step of it gave one',
    mend: near === undefined ? 'name one of these' : `did you mean ${run}/${near}?`,
  });
}
