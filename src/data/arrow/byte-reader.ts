import { damaged } from './faults.ts';

/** Takes bytes from a source in pieces of the lengths asked for. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #chunk: Uint8Array = new Uint8Array(0);
  #leftBytes: number;

  constructor(source: AsyncIterable<Uint8Array>, sizeBytes: number) {
    this.#chunks = source[Symbol.asyncIterator]();
    this.#leftBytes = sizeBytes;
  }

  /** Bytes that are still to come. */
  get leftBytes(): number {
    return this.#leftBytes;
  }

  /** The next bytes, in memory of their own. Throws `data.arrow-damaged` if there are fewer. */
  async take(byteCount: number): Promise<Uint8Array<ArrayBuffer>> {
    // Looked at before memory is taken: a damaged length may be any.
    if (byteCount > this.#leftBytes) damaged(`${byteCount} bytes where ${this.#leftBytes} are left`);
    const bytes = new Uint8Array(byteCount);
    for (let at = 0; at < bytes.length;) at += await this.#copyTo(bytes.subarray(at));
    this.#leftBytes -= byteCount;
    return bytes;
  }

  /** Says that all bytes were taken; the source may still say that they were not its own. */
  async end(): Promise<void> {
    while (!(await this.#chunks.next()).done);
  }

  /** Lets the source go. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  async #copyTo(target: Uint8Array): Promise<number> {
    if (this.#chunk.length === 0) await this.#next(target.length);
    const part = this.#chunk.subarray(0, target.length);
    target.set(part);
    this.#chunk = this.#chunk.subarray(part.length);
    return part.length;
  }

  async #next(wantedBytes: number): Promise<void> {
    const { done, value } = await this.#chunks.next();
    if (done === true) damaged(`an end where ${wantedBytes} more bytes are needed`);
    this.#chunk = value;
  }
}
