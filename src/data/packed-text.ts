import { type Bitmap, hasBit } from './bitmap.ts';
import type { TextColumn } from './table.ts';

/** The buffers of a text column, as Arrow lays out Utf8: row i is bytes[offsets[i], offsets[i + 1]). */
export interface TextBuffers {
  /** One more than there are rows, never falling. */
  readonly offsets: Int32Array;
  readonly bytes: Uint8Array;
  /** Left out when no text is missing. */
  readonly validity: Bitmap | undefined;
}

/** Texts end to end in UTF-8: a string is made only for a row that is asked for. */
export class PackedText implements TextColumn {
  readonly kind = 'text';
  readonly length: number;
  readonly buffers: TextBuffers;
  readonly #bytes: Buffer;

  constructor(buffers: TextBuffers) {
    this.length = buffers.offsets.length - 1;
    this.buffers = buffers;
    this.#bytes = Buffer.from(buffers.bytes.buffer, buffers.bytes.byteOffset, buffers.bytes.byteLength);
  }

  at(row: number): string | undefined {
    if (row < 0 || row >= this.length || this.isMissing(row)) return undefined;
    const { offsets } = this.buffers;
    return this.#bytes.toString('utf8', offsets[row]!, offsets[row + 1]!);
  }

  get missingCount(): number {
    if (this.buffers.validity === undefined) return 0;
    let count = 0;
    for (let row = 0; row < this.length; row++) if (this.isMissing(row)) count++;
    return count;
  }

  isMissing(row: number): boolean {
    const { validity } = this.buffers;
    return validity !== undefined && !hasBit(validity, row);
  }
}
