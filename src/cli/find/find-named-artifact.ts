import { findArtifact, type FoundArtifact } from '../../runs/lineage/find-artifact.ts';
import type { RecordStore } from '../../tracking/record-store.ts';
import { findRun } from './find-run.ts';

/** An artifact as a person names it: `RUN/STEP.OUTPUT`, or as `findArtifact` takes it. Throws as that and `findRun` do. */
export async function findNamedArtifact(records: RecordStore, name: string): Promise<FoundArtifact> {
  const [, prefix, key, output] = /^([a-z0-9]+)\/([^/.]+)\.([^/.]+)$/.exec(name) ?? [];
  if (prefix === undefined) return findArtifact(records, name);
  const run = await findRun(records, prefix);
  const step = await records.steps.get(run.id, key!);
  const reference = step?.outputs?.artifacts[output!];
  return step && reference ? { run, step, reference } : findArtifact(records, name); // which says that there is none
}
