import { createHash } from 'node:crypto';
import type { ArtifactReference } from '../../artifacts/artifact-reference.ts';
import type { ArtifactStore } from '../../artifacts/artifact-store.ts';
import type { Finding } from '../../stacks/finding.ts';
import type { Stack } from '../../stacks/stack.ts';
import { everyItem } from '../../tracking/pages/every-item.ts';
import type { RecordStore } from '../../tracking/record-store.ts';
import { pipelineRuns } from '../../tracking/pages/pipeline-runs.ts';

const SAMPLE = 20;

/** Whether artifacts that records refer to are there with the bytes that were written: the first 20, with `deep` all. */
export async function examineArtifacts(
  { records, artifacts }: Pick<Stack, 'records' | 'artifacts'>,
  deep: boolean,
): Promise<Finding> {
  const seen = new Set<string>();
  const faults: string[] = [];
  for await (const reference of everyReference(records)) {
    if (seen.has(reference.key)) continue;
    if (seen.size === SAMPLE && !deep) break;
    seen.add(reference.key);
    const fault = await faultOf(artifacts, reference);
    if (fault !== undefined) faults.push(`${artifacts.uri(reference.key)} ${fault}`);
  }
  const looked = `${seen.size} looked at${deep ? '' : ' (--deep looks at all)'}`;
  if (faults.length === 0) return { part: 'artifacts', state: 'good', says: `as they were written, ${looked}` };
  return {
    part: 'artifacts',
    state: 'wrong',
    says: `${looked}, not as they were written: ${faults.length}, as ${faults[0]}`,
    mend: 'remove what is damaged and run again: a step whose artifact is gone is run anew',
  };
}

/** Those of model versions first, for they serve. */
async function* everyReference(records: RecordStore): AsyncGenerator<ArtifactReference> {
  const { registry, steps } = records;
  for await (const model of everyItem((page) => registry.models(page)))
    for await (const { artifact } of everyItem((page) => registry.versions(model, page))) yield artifact;
  for await (const { id } of pipelineRuns(records))
    for (const { outputs } of await steps.list(id)) yield* Object.values(outputs?.artifacts ?? {});
}

async function faultOf(artifacts: ArtifactStore, { key, sha256 }: ArtifactReference): Promise<string | undefined> {
  if ((await artifacts.size(key)) === undefined) return 'is gone';
  const hash = createHash('sha256');
  for await (const chunk of artifacts.stream(key)) hash.update(chunk);
  return hash.digest('hex') === sha256 ? undefined : 'has other bytes';
}
