import type { ArtifactReference } from '../artifacts/artifact-reference.ts';
import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { missingArtifact } from '../artifacts/missing-artifact.ts';
import { decodeModel } from '../models/codec/decode-model.ts';
import type { Model } from '../models/model.ts';
import type { RegistryStore } from '../tracking/record-store.ts';
import { checkName } from '../tracking/rules/name.ts';
import { unknownVersion } from '../tracking/rules/unknown-version.ts';
import { nothingReleased } from './nothing-released.ts';

/** A release is read again when what is known of it is older. */
const FRESH_MS = 4_000;
const MAX_DECODED_MODELS = 32;

/** The model that answers for a name. */
export interface ReleasedModel {
  readonly version: number;
  readonly model: Model;
  /** Whether it is only the last known one, because what is released now could not be read. */
  readonly stale: boolean;
}

export interface ReleasedModels {
  /** Throws `records.bad-name`, `predict.nothing-released`; and, while no release of that name was loaded before, what made loading fail. */
  find(name: string): Promise<ReleasedModel>;
}

export interface ReleasedModelsOptions {
  readonly registry: Pick<RegistryStore, 'release' | 'version' | 'models'>;
  readonly artifacts: Pick<ArtifactStore, 'read' | 'uri'>;
  /** Milliseconds, of any origin. */
  readonly now: () => number;
  /** Told why a stale model is served. */
  readonly report: (error: unknown) => void;
}

interface Known {
  readonly version: number;
  readonly model: Model;
  readonly readAtMs: number;
}

/** Released models by name, held in memory between requests. */
export function releasedModels({ registry, artifacts, now, report }: ReleasedModelsOptions): ReleasedModels {
  const known = new Map<string, Known>();
  const readModel = decodedModels(artifacts);

  async function load(name: string): Promise<Known> {
    checkName('model', name);
    const readAtMs = now();
    const release = await registry.release(name);
    if (release === undefined) throw await nothingReleased(name, registry);
    const version = await registry.version(name, release.champion);
    if (version === undefined) throw unknownVersion(name, release.champion);
    return { version: version.version, model: await readModel(version.artifact), readAtMs };
  }

  return {
    async find(name) {
      const last = known.get(name);
      if (last !== undefined && now() - last.readAtMs <= FRESH_MS) return served(last, false);
      try {
        const loaded = await load(name);
        known.set(name, loaded);
        return served(loaded, false);
      } catch (error) {
        if (last === undefined) throw error;
        report(error);
        return served(last, true);
      }
    },
  };
}

function served({ version, model }: Known, stale: boolean): ReleasedModel {
  return { version, model, stale };
}

/** Reads models, those read before from memory; the one that was read first makes room. */
function decodedModels(
  artifacts: Pick<ArtifactStore, 'read' | 'uri'>,
): (reference: ArtifactReference) => Promise<Model> {
  const decoded = new Map<string, Model>();
  return async ({ key, sha256 }) => {
    const held = decoded.get(sha256);
    if (held !== undefined) return held;
    const bytes = (await artifacts.read(key)) ?? missingArtifact(artifacts.uri(key));
    const model = decodeModel(bytes);
    decoded.set(sha256, model);
    const [oldest] = decoded.keys();
    if (decoded.size > MAX_DECODED_MODELS && oldest !== undefined) decoded.delete(oldest);
    return model;
  };
}
