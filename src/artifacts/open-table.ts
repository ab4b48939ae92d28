import { columnsOf, decodeBatches, readFooterOf } from '../data/arrow/decode-stream.ts';
import type { TableStream } from '../data/table-stream.ts';
import type { ArtifactReference } from './artifact-reference.ts';
import type { ArtifactStore } from './artifact-store.ts';
import { HashedRanges } from './hashed-ranges.ts';

/**
 * A table artifact's rows as a stream, of which a batch is in memory at a time. Each time that they are read to their end,
 * all bytes were hashed: throws as `decodeArtifact`, at the latest there.
 */
export async function openTable(
  store: Pick<ArtifactStore, 'readRange' | 'uri'>,
  reference: ArtifactReference,
): Promise<TableStream> {
  const { key, sizeBytes } = reference;
  const footer = await readFooterOf({ sizeBytes, readRange: (start, end) => store.readRange(key, start, end) });
  return {
    columns: columnsOf(footer.fields),
    async *batches() {
      const ranges = new HashedRanges(store, reference);
      yield* decodeBatches(ranges, footer);
      await ranges.finish();
    },
  };
}
