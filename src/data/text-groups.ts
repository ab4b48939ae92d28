import type { PackedText } from './packed-text.ts';

/** The different texts of a column, in the order in which they first come. */
export interface TextGroups {
  /** Row in which each comes first. */
  readonly firstRows: Int32Array;
  /** Rows in which each comes. */
  readonly counts: Int32Array;
  /** False if there were more different texts than asked for: the rows of those beyond are not counted. */
  readonly complete: boolean;
}

const FNV_OFFSET_BASIS = 0x811c_9dc5;
const FNV_PRIME = 0x0100_0193;
/** Of the slots that may be taken. */
const MAX_LOAD = 0.5;

/** Groups the rows by their text, looking at no more than so many different ones; missing texts are left out. */
export function groupTexts(column: PackedText, maxGroups = Number.POSITIVE_INFINITY): TextGroups {
  const table = new GroupTable(column);
  let complete = true;
  for (let row = 0; row < column.length; row++) {
    if (!column.isMissing(row) && !table.add(row, maxGroups)) complete = false;
  }
  return { ...table.groups(), complete };
}

/** A hash table of open addressing over the bytes of a column: no text becomes a string. */
class GroupTable {
  readonly #bytes: Uint8Array;
  readonly #offsets: Int32Array;
  /** For each slot the group in it, from 1; 0 for a free one. */
  #slots = new Int32Array(1024);
  #hashes = new Int32Array(512);
  #firstRows = new Int32Array(512);
  #counts = new Int32Array(512);
  #size = 0;

  constructor({ buffers }: PackedText) {
    this.#bytes = buffers.bytes;
    this.#offsets = buffers.offsets;
  }

  /** Counts a row; false if its text would be one group too many. */
  add(row: number, maxGroups: number): boolean {
    const hash = this.#hash(row);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let group = this.#slots[slot]!; group !== 0; group = this.#slots[slot]!) {
      if (this.#hashes[group - 1] === hash && this.#isSame(this.#firstRows[group - 1]!, row)) {
        this.#counts[group - 1]! += 1;
        return true;
      }
      slot = (slot + 1) & mask;
    }
    if (this.#size >= maxGroups) return false;
    this.#insert(slot, hash, row);
    return true;
  }

  groups(): Pick<TextGroups, 'firstRows' | 'counts'> {
    return { firstRows: this.#firstRows.slice(0, this.#size), counts: this.#counts.slice(0, this.#size) };
  }

  #insert(slot: number, hash: number, row: number): void {
    this.#hashes[this.#size] = hash;
    this.#firstRows[this.#size] = row;
    this.#counts[this.#size] = 1;
    this.#size += 1;
    this.#slots[slot] = this.#size;
    if (this.#size >= this.#slots.length * MAX_LOAD) this.#grow();
  }

  #grow(): void {
    this.#hashes = doubled(this.#hashes);
    this.#firstRows = doubled(this.#firstRows);
    this.#counts = doubled(this.#counts);
    this.#slots = new Int32Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    for (let group = 1; group <= this.#size; group++) {
      let slot = this.#hashes[group - 1]! & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = group;
    }
  }

  /** FNV-1a (Fowler, Noll, Vo; draft-eastlake-fnv), its high bits folded into the low ones that choose the slot. */
  #hash(row: number): number {
    const bytes = this.#bytes;
    const end = this.#offsets[row + 1]!;
    let hash = FNV_OFFSET_BASIS;
    for (let at = this.#offsets[row]!; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, FNV_PRIME);
    return hash ^ (hash >>> 15);
  }

  #isSame(left: number, right: number): boolean {
    const bytes = this.#bytes;
    const start = this.#offsets[left]!;
    const shift = this.#offsets[right]! - start;
    const end = this.#offsets[left + 1]!;
    if (this.#offsets[right + 1]! - shift !== end) return false;
    for (let at = start; at < end; at++) if (bytes[at] !== bytes[at + shift]) return false;
    return true;
  }
}

function doubled(values: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(values.length * 2);
  more.set(values);
  return more;
}
