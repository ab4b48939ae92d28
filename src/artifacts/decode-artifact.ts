import { decodeTable } from '../data/arrow/decode.ts';
import { decodeModel } from '../models/codec/decode-model.ts';
import type { ArtifactReference } from './artifact-reference.ts';
import type { ArtifactStore } from './artifact-store.ts';
import { readArtifact } from './read-artifact.ts';

/** Reads an artifact's value. Throws as `readArtifact`, and as the codecs do for bytes of a newer version. */
export async function decodeArtifact(
  store: Pick<ArtifactStore, 'read' | 'uri'>,
  reference: ArtifactReference,
): Promise<unknown> {
  const bytes = await readArtifact(store, reference);
  if (reference.type === 'table') return decodeTable(bytes);
  if (reference.type === 'model') return decodeModel(bytes);
  const text = new TextDecoder().decode(bytes);
  return reference.type === 'markdown' ? text : JSON.parse(text);
}
