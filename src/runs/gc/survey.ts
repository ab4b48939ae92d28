import type { ArtifactStore } from '../../artifacts/artifact-store.ts';
import { everyItem } from '../../tracking/pages/every-item.ts';
import type { RecordStore } from '../../tracking/record-store.ts';
import type { ModelVersion } from '../../tracking/registry.ts';
import { isUnderWay } from '../../tracking/rules/under-way.ts';
import type { RunRecord } from '../../tracking/run-record.ts';
import { pipelineRuns } from '../../tracking/pages/pipeline-runs.ts';
import { isFileReference } from '../load.ts';

/** What there is to keep and to remove among the records. */
export interface Survey {
  /** Ids of all runs that stay. */
  readonly kept: ReadonlySet<string>;
  /** Ids of the runs that go. */
  readonly outdated: readonly string[];
  /** URIs of the artifacts that a run or version that stays refers to. */
  readonly live: ReadonlySet<string>;
  /** The cache keys that steps of any run had. */
  readonly cacheKeys: ReadonlySet<string>;
}

/** Looks through all records; runs that ended before `endedBeforeMs` are outdated unless a version came from them. */
export async function survey(
  records: RecordStore,
  artifacts: Pick<ArtifactStore, 'uri'>,
  endedBeforeMs: number,
): Promise<Survey> {
  const versions = await Array.fromAsync(everyVersion(records));
  const origins = new Set(versions.map(({ run }) => run));
  const live = new Set(versions.map(({ artifact }) => artifacts.uri(artifact.key)));
  const [kept, outdated, cacheKeys] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for await (const run of pipelineRuns(records)) {
    const stays = origins.has(run.id) || !hasEndedBefore(run, endedBeforeMs);
    (stays ? kept : outdated).add(run.id);
    if (stays) for (const uri of filesOf(run)) live.add(uri);
    for (const { cacheKey, outputs } of await records.steps.list(run.id)) {
      if (cacheKey !== undefined) cacheKeys.add(cacheKey);
      if (!stays) continue;
      for (const { key } of Object.values(outputs?.artifacts ?? {})) live.add(artifacts.uri(key));
    }
  }
  return { kept, outdated: [...outdated], live, cacheKeys };
}

async function* everyVersion({ registry }: RecordStore): AsyncGenerator<ModelVersion> {
  for await (const model of everyItem((page) => registry.models(page)))
    yield* everyItem((page) => registry.versions(model, page));
}

function hasEndedBefore(run: RunRecord, beforeMs: number): boolean {
  return !isUnderWay(run) && (run.endedAtMs ?? run.startedAtMs) < beforeMs;
}

/** Files given as parameters that a stack on AWS has put among the artifacts. */
function filesOf({ parameters }: RunRecord): string[] {
  return Object.values(parameters).flatMap((value) => (isFileReference(value) ? [value.file.uri] : []));
}
