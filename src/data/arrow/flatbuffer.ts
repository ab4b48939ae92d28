import { isUtf8 } from 'node:buffer';
import { damaged } from './faults.ts';

/** Entries of a flatbuffer vector: `count` of them from `start`. */
export interface FlatVector {
  readonly start: number;
  readonly count: number;
}

/**
 * A table of a flatbuffer (flatbuffers.dev/internals). Every read is inside the view or throws, so that damaged bytes
 * end in an error: readers that trust the lengths in them run out of memory.
 */
export class FlatTable {
  readonly view: DataView;
  readonly #position: number;

  constructor(view: DataView, position: number) {
    this.view = view;
    this.#position = position;
  }

  /** The root table of the flatbuffer that starts at this position. */
  static root(view: DataView, start: number): FlatTable {
    return new FlatTable(view, start + view.getUint32(start, true));
  }

  has(slot: number): boolean {
    return this.#at(slot) !== undefined;
  }

  uint8(slot: number): number {
    const at = this.#at(slot);
    return at === undefined ? 0 : this.view.getUint8(at);
  }

  int16(slot: number): number {
    const at = this.#at(slot);
    return at === undefined ? 0 : this.view.getInt16(at, true);
  }

  int32(slot: number): number {
    const at = this.#at(slot);
    return at === undefined ? 0 : this.view.getInt32(at, true);
  }

  count(slot: number): number {
    const at = this.#at(slot);
    return at === undefined ? 0 : readCount(this.view, at);
  }

  table(slot: number): FlatTable {
    return new FlatTable(this.view, this.#target(slot));
  }

  tables(slot: number): FlatTable[] {
    const { start, count } = this.vector(slot, 4);
    return Array.from({ length: count }, (_, index) => FlatTable.root(this.view, start + index * 4));
  }

  text(slot: number): string {
    const { start, count } = this.vector(slot, 1);
    const bytes = Buffer.from(this.view.buffer, this.view.byteOffset + start, count);
    return isUtf8(bytes) ? bytes.toString('utf8') : damaged(`a name that is not UTF-8 at offset ${start}`);
  }

  /** Empty if there is none; `stride` is the size of an entry in bytes. */
  vector(slot: number, stride: number): FlatVector {
    if (!this.has(slot)) return { start: 0, count: 0 };
    const start = this.#target(slot) + 4;
    const count = this.view.getUint32(start - 4, true);
    if (start + count * stride > this.view.byteLength) damaged(`a list of ${count} entries at offset ${start}`);
    return { start, count };
  }

  #target(slot: number): number {
    const at = this.#at(slot);
    return at === undefined
      ? damaged(`a part left out at offset ${this.#position}`)
      : at + this.view.getUint32(at, true);
  }

  #at(slot: number): number | undefined {
    const directory = this.#position - this.view.getInt32(this.#position, true);
    const entry = 4 + slot * 2;
    if (entry >= this.view.getUint16(directory, true)) return undefined;
    const offset = this.view.getUint16(directory + entry, true);
    return offset === 0 ? undefined : this.#position + offset;
  }
}

/** A signed 64-bit integer that counts something. */
export function readCount(view: DataView, position: number): number {
  const count = Number(view.getBigInt64(position, true));
  return Number.isSafeInteger(count) && count >= 0 ? count : damaged(`a count of ${count} at offset ${position}`);
}
