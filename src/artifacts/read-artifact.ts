import { hash } from 'node:crypto';
import { SluiceError } from '../errors/sluice-error.ts';
import type { ArtifactReference } from './artifact-reference.ts';
import type { ArtifactStore } from './artifact-store.ts';
import { missingArtifact } from './missing-artifact.ts';

/** The bytes of an artifact, if they are still those that were written. Throws `artifact.missing`, `artifact.damaged`. */
export async function readArtifact(
  store: Pick<ArtifactStore, 'read' | 'uri'>,
  { key, sha256 }: ArtifactReference,
): Promise<Uint8Array> {
  const bytes = (await store.read(key)) ?? missingArtifact(store.uri(key));
  const seen = hash('sha256', bytes);
  if (seen !== sha256) throw damaged(store.uri(key), bytes, seen);
  return bytes;
}

function damaged(uri: string, bytes: Uint8Array, sha256: string): SluiceError {
  return new SluiceError({
    code: 'artifact.damaged',
    message: 'the bytes of an artifact are no longer those that were written',
    seen: `${bytes.length} bytes with SHA-256 ${sha256} at ${uri}`,
    allowed: 'bytes with the SHA-256 in its name',
    mend: 'remove that file and run again: a step whose artifact is gone is run anew',
  });
}
