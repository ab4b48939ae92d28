import { hash } from 'node:crypto';
import type { ArtifactReference } from './artifact-reference.ts';
import type { ArtifactStore } from './artifact-store.ts';
import { damagedArtifact } from './damaged-artifact.ts';
import { missingArtifact } from './missing-artifact.ts';

/** The bytes of an artifact, if they are still those that were written. Throws `artifact.missing`, `artifact.damaged`. */
export async function readArtifact(
  store: Pick<ArtifactStore, 'read' | 'uri'>,
  { key, sha256 }: ArtifactReference,
): Promise<Uint8Array> {
  const bytes = (await store.read(key)) ?? missingArtifact(store.uri(key));
  const seen = hash('sha256', bytes);
  if (seen !== sha256) damagedArtifact(store.uri(key), bytes.length, seen);
  return bytes;
}
