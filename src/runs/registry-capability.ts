import { decodeArtifact } from '../artifacts/decode-artifact.ts';
import type { ArtifactReference } from '../artifacts/artifact-reference.ts';
import { SluiceError } from '../errors/sluice-error.ts';
import type { RegistryAccess } from '../pipeline/graph.ts';
import type { Champion, RegistryReader, ReleaseRequest, Releaser } from '../pipeline/step-context.ts';
import type { Model } from '../models/model.ts';
import type { ReleasedVersion } from '../tracking/step-record.ts';
import type { Worker } from './worker.ts';

/** The work that a release is made by. */
interface ReleasingWork {
  readonly run: string;
  readonly stepKey: string;
  readonly inputs: ReadonlyMap<string, ArtifactReference>;
}

/** What a step with that access may do with the registry, as part of its context, and the version it released. */
export function registryCapability(
  worker: Worker,
  work: ReleasingWork,
  access: RegistryAccess,
): { readonly context: { readonly registry?: RegistryReader }; readonly released: () => ReleasedVersion | undefined } {
  let released: ReleasedVersion | undefined;
  const reader: RegistryReader = { champion: (model) => readChampion(worker, model) };
  const releaser: Releaser = {
    ...reader,
    release: async (request) => {
      released = await release(worker, work, request);
      return released;
    },
  };
  const contexts = { none: {}, read: { registry: reader }, release: { registry: releaser } };
  return { context: contexts[access], released: () => released };
}

async function readChampion({ records, artifacts }: Worker, model: string): Promise<Champion | undefined> {
  const current = await records.registry.release(model);
  if (!current) return undefined;
  const version = (await records.registry.version(model, current.champion))!;
  return { version: version.version, model: (await decodeArtifact(artifacts, version.artifact)) as Model };
}

async function release(
  { records, now }: Worker,
  work: ReleasingWork,
  { model, input, metrics, verdict }: ReleaseRequest,
): Promise<ReleasedVersion> {
  const artifact = work.inputs.get(input);
  if (artifact?.type !== 'model') throw notAModel(input);
  const current = await records.registry.release(model);
  const { run, stepKey } = work;
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
  return { model, version: made.version, alias: 'champion' };
}

function notAModel(input: string): SluiceError {
  return new SluiceError({
    code: 'release.not-a-model',
    message: 'a step released an input that is no model artifact',
    seen: input,
    mend: 'name the input of the step that has the type model(...)',
  });
}
