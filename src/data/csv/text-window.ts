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
  #badByte: number | undefined;

  /** The bytes held, and a line feed after `size` of them. */
  get bytes(): Buffer {
    return this.#bytes;
  }

  get size(): number {
    return this.#size;
  }

  /** Whether all that was appended is text so far. */
  get isText(): boolean {
    return this.#badByte === undefined;
  }

  /** Adds bytes, up to the first that is not text. */
  append(chunk: Uint8Array): void {
    this.#reserve(this.#size + chunk.length + 1);
    this.#bytes.set(chunk, this.#size);
    this.#resize(this.#size + chunk.length);
    this.#check(completeTextEnd(this.#bytes, this.#size));
  }

  /** Says that no more is appended: now a character cut in two is not text either. */
  end(): void {
    this.#check(this.#size);
  }

  /** Throws `data.csv-not-text` if what was appended is not all text; what the window has is what comes before. */
  throwIfNotText(): void {
    if (this.#badByte !== undefined) notText(this.#badByte, this.#droppedBytes + this.#size);
  }

  /** Forgets the first bytes. */
  drop(byteCount: number): void {
    this.#bytes.copyWithin(0, byteCount, this.#size + 1);
    this.#size -= byteCount;
    this.#checkedSize -= byteCount;
    this.#droppedBytes += byteCount;
  }

  /** Counts bytes that were looked at elsewhere. */
  skip(byteCount: number): void {
    this.#droppedBytes += byteCount;
  }

  #check(end: number): void {
    const unchecked = this.#bytes.subarray(this.#checkedSize, end);
    if (isText(unchecked)) this.#checkedSize = end;
    else this.#cutAt(this.#checkedSize + firstBadByte(unchecked));
  }

  #cutAt(position: number): void {
    this.#badByte = this.#bytes[position];
    this.#checkedSize = position;
    this.#resize(position);
  }

  #resize(size: number): void {
    this.#size = size;
    this.#bytes[size] = LF;
  }

  #reserve(byteCount: number): void {
    if (byteCount <= this.#bytes.length) return;
    const bytes = Buffer.allocUnsafeSlow(Math.max(byteCount, this.#bytes.length * 2));
    this.#bytes.copy(bytes, 0, 0, this.#size);
    this.#bytes = bytes;
  }
}

/** Whether bytes are UTF-8 without zero bytes. */
export function isText(bytes: Buffer): boolean {
  return isUtf8(bytes) && !bytes.includes(0);
}

function notText(byte: number, offset: number): never {
  throw new SluiceError({
    code: 'data.csv-not-text',
    message: 'the file is not text in UTF-8',
    seen: `byte 0x${byte.toString(16).padStart(2, '0')} at offset ${offset}`,
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
    if (isText(bytes.subarray(0, completeTextEnd(bytes, middle)))) good = middle;
    else bad = middle;
  }
  return completeTextEnd(bytes, good);
}
