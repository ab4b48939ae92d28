import { readFile } from 'node:fs/promises';
import type { ArtifactStore } from '../../artifacts/artifact-store.ts';
import { checkArtifactKey, checkPrefix } from '../../artifacts/check-key.ts';
import { missingArtifact } from '../../artifacts/missing-artifact.ts';

interface Stored {
  readonly bytes: Uint8Array;
  readonly modifiedAtMs: number;
}

/** Artifacts in memory, for tests: gone with the process. Throws `artifact.bad-key`. */
export function memoryArtifacts(now: () => number): ArtifactStore {
  const objects = new Map<string, Stored>();
  const put = (key: string, bytes: Uint8Array) =>
    void objects.set(key, { bytes: Uint8Array.from(bytes), modifiedAtMs: now() });
  const renewed = (key: string) => {
    checkArtifactKey(key);
    const stored = objects.get(key);
    if (stored) put(key, stored.bytes);
    return stored !== undefined;
  };
  const create = async (key: string, bytes: Uint8Array) => {
    checkArtifactKey(key);
    if (renewed(key)) return 'exists' as const;
    put(key, bytes);
    return 'created' as const;
  };
  return {
    uri: uriOf,
    create,
    renew: async (key) => renewed(key),
    async *leftovers() {}, // a write is done in one go
    async createFromFile(key, path) {
      checkArtifactKey(key);
      return create(key, await readFile(path));
    },
    async replace(key, bytes) {
      checkArtifactKey(key);
      put(key, bytes);
    },
    async read(key) {
      checkArtifactKey(key);
      return objects.get(key)?.bytes.slice();
    },
    stream: (key) => streamOf(uriOf(key), objects.get(key)),
    async readRange(key, start, end) {
      const uri = uriOf(key);
      return (objects.get(key) ?? missingArtifact(uri)).bytes.slice(start, end);
    },
    async size(key) {
      checkArtifactKey(key);
      return objects.get(key)?.bytes.byteLength;
    },
    list(prefix) {
      checkPrefix(prefix);
      return listed(objects, prefix);
    },
    async remove(key) {
      checkArtifactKey(key);
      objects.delete(key);
    },
  };
}

function uriOf(key: string): string {
  checkArtifactKey(key);
  return `memory:${key.replaceAll('#', '%23')}`;
}

async function* streamOf(uri: string, stored: Stored | undefined): AsyncGenerator<Uint8Array> {
  if (stored === undefined) missingArtifact(uri);
  yield stored.bytes.slice();
}

async function* listed(objects: ReadonlyMap<string, Stored>, prefix: string) {
  for (const key of [...objects.keys()].filter((name) => name.startsWith(prefix)).toSorted()) {
    const { bytes, modifiedAtMs } = objects.get(key)!;
    yield { key, sizeBytes: bytes.byteLength, modifiedAtMs };
  }
}
