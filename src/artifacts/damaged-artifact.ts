import { SluiceError } from '../errors/sluice-error.ts';

/** Throws `artifact.damaged`, for bytes whose hash is another than that in their name. */
export function damagedArtifact(uri: string, sizeBytes: number, sha256: string): never {
  throw new SluiceError({
    code: 'artifact.damaged',
    message: 'the bytes of an artifact are no longer those that were written',
    seen: `${sizeBytes} bytes with SHA-256 ${sha256} at ${uri}`,
    allowed: 'bytes with the SHA-256 in its name',
    mend: 'remove that file and run again: a step whose artifact is gone is run anew',
  });
}
