import type { ArtifactReference } from '../artifacts/artifact-reference.ts';
import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { readArtifact } from '../artifacts/read-artifact.ts';
import { decodeModel } from '../models/codec/decode-model.ts';
import type { Model } from '../models/model.ts';

const MAX_DECODED_MODELS = 32;

/** Reads models, those read before from memory; the one that was read first makes room. Throws as `readArtifact`. */
export function decodedModels(
  artifacts: Pick<ArtifactStore, 'read' | 'uri'>,
): (reference: ArtifactReference) => Promise<Model> {
  const decoded = new Map<string, Model>();
  return async (reference) => {
    const { sha256 } = reference;
    const held = decoded.get(sha256);
    if (held !== undefined) return held;
    const model = decodeModel(await readArtifact(artifacts, reference));
    decoded.set(sha256, model);
    const [oldest] = decoded.keys();
    if (decoded.size > MAX_DECODED_MODELS && oldest !== undefined) decoded.delete(oldest);
    return model;
  };
}
