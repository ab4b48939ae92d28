import { isUtf8 } from 'node:buffer';
import { SluiceError } from '../../errors/sluice-error.ts';
import { LF } from './bytes.ts';
import { completeTextEnd } from './complete-text-end.ts';

/** The part of a stream of UTF-8 that is being looked at, in one buffer that is reused; a line feed follows it. */
export class TextWindow {
  #bytes = Buffer.allocUnsafeSlow(1 << 19);
  #size = 0;
  #checkedSize = 0;
  #droppedBytes = 0;

  /** The bytes held, and a line feed after `size` of them. */
  get bytes(): Buffer {
    return this.#bytes;
  }

  get size(): number {
    return this.#size;
  }

  /** Throws `data.csv-not-text`. */
  append(chunk: Uint8Array): void {
    this.#reserve(this.#size + chunk.length + 1);
    this.#bytes.set(chunk, this.#size);
    this.#size += chunk.length;
    this.#bytes[this.#size] = LF;
    this.#check(completeTextEnd(this.#bytes, this.#size));
  }

  /** Says that no more is appended. Throws `data.csv-not-text` if the stream ends inside a character. */
  end(): void {
    this.#check(this.#size);
  }

  /** Forgets the first bytes. */
  drop(byteCount: number): void {
    this.#bytes.copyWithin(0, byteCount, this.#size + 1);
    this.#size -= byteCount;
    this.#checkedSize -= byteCount;
    this.#droppedBytes += byteCount;
  }

  #check(end: number): void {
    const unchecked = this.#bytes.subarray(this.#checkedSize, end);
    if (!isUtf8(unchecked) || unchecked.includes(0)) notText(unchecked, this.#droppedBytes + this.#checkedSize);
    this.#checkedSize = end;
  }

  #reserve(byteCount: number): void {
    if (byteCount <= this.#bytes.length) return;
    const bytes = Buffer.allocUnsafeSlow(Math.max(byteCount, this.#bytes.length * 2));
    this.#bytes.copy(bytes, 0, 0, this.#size);
    this.#bytes = bytes;
  }
}

function notText(bytes: Buffer, offset: number): never {
  const at = firstBadByte(bytes);
  throw new SluiceError({
    code: 'data.csv-not-text',
    message: 'the file is not text in UTF-8',
    seen: `byte 0x${bytes[at]!.toString(16).padStart(2, '0')} at offset ${offset + at}`,
    allowed: 'UTF-8 without zero bytes',
    mend: 'give a CSV file; if it is one in another encoding, convert it: iconv -f LATIN1 -t UTF-8 IN > OUT',
  });
}

/** Start of the first character that is none, by halving: where a part is not text, no longer one is. */
function firstBadByte(bytes: Buffer): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    const part = bytes.subarray(0, completeTextEnd(bytes, middle));
    if (isUtf8(part) && !part.includes(0)) good = middle;
    else bad = middle;
  }
  return completeTextEnd(bytes, good);
}
