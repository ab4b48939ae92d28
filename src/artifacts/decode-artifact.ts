import { decodeTable } from '../data/arrow/decode.ts';
import { decodeModel } from '../models/codec/decode-model.ts';
import type { ArtifactReference } from './artifact-reference.ts';
import type { ArtifactStore } from './artifact-store.ts';
import { missingArtifact } from './missing-artifact.ts';

/** Reads an artifact's value. Throws `artifact.missing` and what the codecs throw for damaged bytes. */
export async function decodeArtifact(store: ArtifactStore, reference: ArtifactReference): Promise<unknown> {
  const bytes = await store.read(reference.key);
  if (!bytes) return missingArtifact(reference.key);
  if (reference.type === 'table') return decodeTable(bytes);
  if (reference.type === 'model') return decodeModel(bytes);
  return JSON.parse(new TextDecoder().decode(bytes));
}
