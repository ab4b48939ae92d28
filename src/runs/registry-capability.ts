import { isDeepStrictEqual } from 'node:util';
import type { ArtifactReference } from '../artifacts/artifact-reference.ts';
import { SluiceError } from '../errors/sluice-error.ts';
import type { RegistryAccess } from '../pipeline/graph.ts';
import type { RegistryReader, ReleaseRequest, Releaser } from '../pipeline/step-context.ts';
import type { RunRecord } from '../tracking/run-record.ts';
import { checkJudged } from '../tracking/gate/check-judged.ts';
import type { ModelVersion } from '../tracking/registry.ts';
import type { ReleasedVersion } from '../tracking/step-record.ts';
import { type WatchedRegistry, watchRegistry } from './champions-read.ts';
import { loadChampion } from './load-champion.ts';
import { replayedRegistry } from './replay/replayed-registry.ts';
import type { Worker } from './worker.ts';

/** The work that a release is made by. */
interface ReleasingWork {
  readonly run: Pick<RunRecord, 'id' | 'origin'>;
  readonly stepKey: string;
  readonly inputs: ReadonlyMap<string, ArtifactReference>;
}

interface RegistryCapability extends Pick<WatchedRegistry, 'champions'> {
  readonly context: { readonly registry?: RegistryReader };
  readonly released: () => ReleasedVersion | undefined;
}

/** What a step with that access may do with the registry, as part of its context, and what it did. */
export function registryCapability(worker: Worker, work: ReleasingWork, access: RegistryAccess): RegistryCapability {
  let released: ReleasedVersion | undefined;
  const releaser =
    work.run.origin?.kind === 'replay'
      ? replayedRegistry(worker, work.run.origin.run, work.stepKey)
      : ({
          champion: (model: string) => readChampion(worker, model),
          release: async (request: ReleaseRequest) => {
            released = await release(worker, work, request);
            return released;
          },
        } satisfies Releaser);
  const { reader, champions } = watchRegistry(releaser);
  const contexts = { none: {}, read: { registry: reader }, release: { registry: releaser } };
  return { context: contexts[access], released: () => released, champions };
}

async function readChampion(worker: Worker, model: string): ReturnType<RegistryReader['champion']> {
  const current = await worker.records.registry.release(model);
  return current && loadChampion(worker, model, current.champion);
}

async function release(
  { records, now }: Worker,
  work: ReleasingWork,
  { model, input, metrics, verdict }: ReleaseRequest,
): Promise<ReleasedVersion> {
  const artifact = work.inputs.get(input);
  if (artifact?.type !== 'model') throw notAModel(input);
  const current = await records.registry.release(model);
  const serving = current && (await records.registry.version(model, current.champion));
  if (!isMadeBy(work, serving)) {
    checkJudged(verdict, model, current);
    if (serving && isSame(serving, artifact, metrics)) return { ...championOf(serving), unchanged: true };
  }
  const {
    run: { id: run },
    stepKey,
  } = work;
  const made = await records.registry.register({ model, artifact, run, stepKey, metrics, verdict, createdAtMs: now() });
  await records.registry.promote({
    model,
    kind: 'promote',
    champion: made.version,
    atMs: now(),
    by: run,
    verdict,
    expectedSequence: current?.sequence ?? 0,
  });
  return championOf(made);
}

function championOf({ model, version }: ModelVersion): ReleasedVersion {
  return { model, version, alias: 'champion' };
}

/** Whether what serves was released by an earlier attempt of the same work, which is then only repeated. */
function isMadeBy({ run, stepKey }: ReleasingWork, serving: ModelVersion | undefined): boolean {
  return serving?.run === run.id && serving.stepKey === stepKey;
}

/** Whether what serves is this very model, measured alike: training again on the same data makes no version. */
function isSame(serving: ModelVersion, artifact: ArtifactReference, metrics: ReleaseRequest['metrics']): boolean {
  return serving.artifact.key === artifact.key && isDeepStrictEqual(serving.metrics, { ...metrics });
}

function notAModel(input: string): SluiceError {
  return new SluiceError({
    code: 'release.not-a-model',
    message: 'a step released an input that is no model artifact',
    seen: input,
    mend: 'name the input of the step that has the type model(...)',
  });
}
