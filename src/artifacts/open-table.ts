import { decodeTableStream } from '../data/arrow/decode-stream.ts';
import type { TableStream } from '../data/table-stream.ts';
import type { ArtifactReference } from './artifact-reference.ts';
import type { ArtifactStore } from './artifact-store.ts';

/** A table artifact's rows as a stream, of which a batch is in memory at a time. Throws as `decodeArtifact`. */
export function openTable(
  store: Pick<ArtifactStore, 'readRange'>,
  { key, sizeBytes }: ArtifactReference,
): Promise<TableStream> {
  return decodeTableStream({ sizeBytes, readRange: (start, end) => store.readRange(key, start, end) });
}
