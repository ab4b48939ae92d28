import { createHash } from 'node:crypto';
import type { ByteRanges } from '../data/arrow/decode-stream.ts';
import { damaged } from '../data/arrow/faults.ts';
import type { ArtifactReference } from './artifact-reference.ts';
import type { ArtifactStore } from './artifact-store.ts';
import { damagedArtifact } from './damaged-artifact.ts';

type RangeStore = Pick<ArtifactStore, 'readRange' | 'uri'>;

/** Parts of an artifact, read in their order, and hashed with all that lies between them. */
export class HashedRanges implements ByteRanges {
  readonly #store: RangeStore;
  readonly #reference: ArtifactReference;
  readonly #hash = createHash('sha256');
  #position = 0;

  constructor(store: RangeStore, reference: ArtifactReference) {
    this.#store = store;
    this.#reference = reference;
  }

  get sizeBytes(): number {
    return this.#reference.sizeBytes;
  }

  /** Throws `artifact.missing`, and `data.arrow-damaged` for a part that lies before one that was read. */
  async readRange(start: number, end: number): Promise<Uint8Array> {
    const from = this.#position;
    if (start < from) damaged(`a batch from offset ${start} after one up to ${from}`);
    const bytes = await this.#store.readRange(this.#reference.key, from, end);
    this.#hash.update(bytes);
    this.#position += bytes.length;
    return bytes.subarray(start - from);
  }

  /** Reads what is left. Throws `artifact.missing`, and `artifact.damaged` unless all bytes are those that were written. */
  async finish(): Promise<void> {
    const { key, sha256, sizeBytes } = this.#reference;
    await this.readRange(this.#position, sizeBytes);
    const seen = this.#hash.digest('hex');
    if (seen !== sha256) damagedArtifact(this.#store.uri(key), this.#position, seen);
  }
}
