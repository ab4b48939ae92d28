import { decodeTable } from '../data/arrow/decode.ts';
import { decodeModel } from '../models/codec/decode-model.ts';
import { SluiceError } from '../errors/sluice-error.ts';
import type { ArtifactReference } from './artifact-reference.ts';
import type { ArtifactStore } from './artifact-store.ts';
import { missingArtifact } from './missing-artifact.ts';

/** Reads an artifact's value. Throws `artifact.missing`, `artifact.damaged` and as the codecs do for damaged bytes. */
export async function decodeArtifact(
  store: Pick<ArtifactStore, 'read' | 'uri'>,
  reference: ArtifactReference,
): Promise<unknown> {
  const bytes = await store.read(reference.key);
  if (!bytes) return missingArtifact(reference.key);
  if (reference.type === 'table') return decodeTable(bytes);
  if (reference.type === 'model') return decodeModel(bytes);
  if (reference.type === 'markdown') return new TextDecoder().decode(bytes);
  return parseJson(store.uri(reference.key), bytes);
}

function parseJson(uri: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new SluiceError({
      code: 'artifact.damaged',
      message: 'the bytes of an artifact are no longer those that were written',
      seen: `${bytes.length} bytes that are not JSON at ${uri}`,
      mend: 'remove that file and run again: a step whose artifact is gone is run anew',
      cause,
    });
  }
}
