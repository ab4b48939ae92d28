import { bitmapSize, setBit } from './bitmap.ts';
import { PackedText } from './packed-text.ts';
import { MAX_TEXT_BYTES, tooMuchText } from './too-much-text.ts';

/** Below this a loop is faster than a call into native code. */
const LOOP_BYTES = 64;

/** Collects texts row by row into a `PackedText`. */
export class TextBuilder {
  #offsets = new Int32Array(1024);
  #bytes = Buffer.allocUnsafeSlow(16_384);
  #present = new Uint8Array(128);
  #rowCount = 0;
  #missingCount = 0;
  readonly #maxBytes: number;

  constructor(maxBytes = MAX_TEXT_BYTES) {
    this.#maxBytes = maxBytes;
  }

  /** Adds the text whose UTF-8 is bytes[start, end). */
  pushBytes(bytes: Uint8Array, start: number, end: number): void {
    let at = this.#offsets[this.#rowCount]!;
    this.#reserve(at + end - start);
    if (end - start > LOOP_BYTES) this.#bytes.set(bytes.subarray(start, end), at);
    else for (let from = start; from < end; from++, at++) this.#bytes[at] = bytes[from]!;
    this.#endRow(this.#offsets[this.#rowCount]! + end - start, true);
  }

  /** Adds a text; one with lone surrogates gets U+FFFD in their place. */
  push(text: string | undefined): void {
    if (text === undefined) return this.pushMissing();
    const at = this.#offsets[this.#rowCount]!;
    this.#reserve(at + Buffer.byteLength(text));
    this.#endRow(at + this.#bytes.write(text, at, 'utf8'), true);
  }

  pushMissing(): void {
    this.#missingCount += 1;
    this.#endRow(this.#offsets[this.#rowCount]!, false);
  }

  /** The texts since the last call. */
  finish(): PackedText {
    const offsets = this.#offsets.slice(0, this.#rowCount + 1);
    const validity = this.#missingCount === 0 ? undefined : this.#present.slice(0, bitmapSize(this.#rowCount));
    const bytes = new Uint8Array(this.#bytes.subarray(0, offsets[this.#rowCount]!));
    this.#rowCount = 0;
    this.#missingCount = 0;
    this.#present.fill(0);
    return new PackedText({ offsets, bytes, validity });
  }

  #endRow(endOffset: number, present: boolean): void {
    if (present) setBit(this.#present, this.#rowCount);
    this.#rowCount += 1;
    if (this.#rowCount === this.#offsets.length) this.#doubleRows();
    this.#offsets[this.#rowCount] = endOffset;
  }

  #doubleRows(): void {
    const offsets = new Int32Array(this.#offsets.length * 2);
    offsets.set(this.#offsets);
    this.#offsets = offsets;
    const present = new Uint8Array(this.#present.length * 2);
    present.set(this.#present);
    this.#present = present;
  }

  #reserve(byteCount: number): void {
    if (byteCount <= this.#bytes.length) return;
    if (byteCount > this.#maxBytes) tooMuchText(this.#maxBytes);
    const bytes = Buffer.allocUnsafeSlow(Math.min(this.#maxBytes, Math.max(byteCount, this.#bytes.length * 2)));
    this.#bytes.copy(bytes);
    this.#bytes = bytes;
  }
}
