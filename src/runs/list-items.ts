import type { ArtifactReference } from '../artifacts/artifact-reference.ts';
import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { decodeArtifact } from '../artifacts/decode-artifact.ts';

interface DecodedList {
  readonly key: string;
  readonly items: Promise<readonly unknown[]>;
}

/** The list decoded last, by store: steps of a map in one process each take an item of the same one. */
const decodedLast = new WeakMap<ArtifactStore, DecodedList>();

/** The items of a list artifact, to be read and not changed. Throws as `decodeArtifact`. */
export async function listItems(artifacts: ArtifactStore, list: ArtifactReference): Promise<readonly unknown[]> {
  const last = decodedLast.get(artifacts);
  if (last?.key === list.key) return last.items;
  const items = decodeArtifact(artifacts, list) as Promise<readonly unknown[]>;
  decodedLast.set(artifacts, { key: list.key, items });
  try {
    return await items;
  } catch (error) {
    decodedLast.delete(artifacts); // the next attempt reads it again
    throw error;
  }
}
