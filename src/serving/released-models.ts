import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { SluiceError } from '../errors/sluice-error.ts';
import type { Model } from '../models/model.ts';
import type { RegistryStore } from '../tracking/record-store.ts';
import { checkRecordName } from '../tracking/rules/name.ts';
import { unknownVersion } from '../tracking/rules/unknown-version.ts';
import { decodedModels } from './decoded-models.ts';
import { nothingReleased } from './nothing-released.ts';

/** A release is read again when it was read longer ago. */
const FRESH_MS = 4_000;

/** The model that answers for a name. */
export interface ReleasedModel {
  readonly version: number;
  readonly model: Model;
  /** Whether it is only the last known one, because what is released now could not be read. */
  readonly stale: boolean;
}

export interface ReleasedModels {
  /**
   * Throws `records.bad-name`, `predict.nothing-released`; and, while no release of that name was loaded before, what
   * made loading fail.
   */
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
  readonly released: ReleasedModel;
  readonly readAtMs: number;
}

/** Released models by name, held in memory; a store that failed is left alone for as long as a release is fresh. */
export function releasedModels({ registry, artifacts, now, report }: ReleasedModelsOptions): ReleasedModels {
  const known = new Map<string, Known>();
  const loading = new Map<string, Promise<ReleasedModel>>();
  const readModel = decodedModels(artifacts);

  async function read(name: string): Promise<ReleasedModel> {
    checkRecordName('model', name);
    const release = await registry.release(name);
    if (release === undefined) throw await nothingReleased(name, registry);
    const version = await registry.version(name, release.champion);
    if (version === undefined) throw unknownVersion(name, release.champion);
    return { version: version.version, model: await readModel(version.artifact), stale: false };
  }

  async function load(name: string): Promise<ReleasedModel> {
    const begunAtMs = now();
    try {
      const released = await read(name);
      known.set(name, { released, readAtMs: begunAtMs });
      return released;
    } catch (error) {
      if (isWithdrawn(error)) known.delete(name);
      const last = known.get(name);
      if (last === undefined) throw error;
      report(error);
      const released = { ...last.released, stale: true };
      known.set(name, { released, readAtMs: now() });
      return released;
    }
  }

  return {
    async find(name) {
      const last = known.get(name);
      if (last !== undefined && isFresh(now() - last.readAtMs)) return last.released;
      const begun = loading.get(name);
      if (begun !== undefined) return begun;
      const loaded = load(name).finally(() => loading.delete(name));
      loading.set(name, loaded);
      return loaded;
    },
  };
}

/** A clock that was set back makes no release fresh. */
function isFresh(ageMs: number): boolean {
  return ageMs >= 0 && ageMs <= FRESH_MS;
}

/** The store answered, and nothing is released: no failure that an older model should bridge. */
function isWithdrawn(error: unknown): boolean {
  return SluiceError.is(error) && error.code === 'predict.nothing-released';
}
