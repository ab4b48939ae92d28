import type { Columns, Table } from '../../table.ts';
import { LF } from '../bytes.ts';
import type { CsvParser, ParsedRecords } from '../csv-parser.ts';
import type { RecordLayout } from '../record-layout.ts';
import type { Division } from './division.ts';
import { guessCut } from './guess-cut.ts';
import type { SegmentCrew } from './segment-crew.ts';

/** A segment that a crew has, and what it will find. */
interface Sent {
  readonly bytes: Buffer;
  readonly answer: Promise<ParsedRecords | undefined>;
}

/**
 * Goes on where a parser stopped, with a crew. Segments end where a record seems to start; what the crew found in one
 * counts only if the one before it did end with a record. For any other the parser itself looks at the bytes, so that
 * tables, faults and line numbers are those of the parser alone.
 */
export class ParallelParser<C extends Columns> {
  readonly #parser: CsvParser<C>;
  readonly #crew: SegmentCrew;
  readonly #fieldCount: number;
  readonly #sent: Sent[] = [];
  /** One is filled while the others are looked at. */
  readonly #slots: readonly Buffer[];
  #slot = 0;
  #size = 0;

  constructor(parser: CsvParser<C>, layout: RecordLayout, { threadCount, segmentBytes, startCrew }: Division) {
    this.#parser = parser;
    this.#crew = startCrew(layout, threadCount);
    this.#fieldCount = layout.fieldCount;
    this.#slots = Array.from({ length: 2 * threadCount + 1 }, () => sharedBuffer(segmentBytes + 1));
  }

  async *push(chunk: Uint8Array): AsyncGenerator<Table<C>> {
    for (let from = 0; from < chunk.length;) {
      const slot = this.#slots[this.#slot]!;
      const part = chunk.subarray(from, from + slot.length - 1 - this.#size);
      slot.set(part, this.#size);
      this.#size += part.length;
      from += part.length;
      if (this.#size === slot.length - 1) yield* this.#sendFull(slot);
    }
  }

  async *finish(): AsyncGenerator<Table<C>> {
    this.#send(this.#size);
    while (this.#sent.length > 0) yield* this.#settle();
    const rows = this.#parser.finish();
    if (rows !== undefined) yield rows;
  }

  close(): Promise<unknown> {
    return this.#crew.close();
  }

  async *#sendFull(slot: Buffer): AsyncGenerator<Table<C>> {
    slot[this.#size] = LF;
    const cut = guessCut(slot, this.#size, this.#fieldCount);
    const next = (this.#slot + 1) % this.#slots.length;
    slot.copy(this.#slots[next]!, 0, cut, this.#size);
    const rest = this.#size - cut;
    this.#send(cut);
    this.#slot = next;
    this.#size = rest;
    if (this.#sent.length > this.#slots.length - 2) yield* this.#settle();
  }

  #send(size: number): void {
    const slot = this.#slots[this.#slot]!;
    slot[size] = LF;
    const answer = this.#crew.parse({ memory: slot.buffer as SharedArrayBuffer, sizeBytes: size });
    // It is awaited in its turn: a failure before that is not one that nobody looks at.
    answer.catch(() => {});
    this.#sent.push({ bytes: slot.subarray(0, size), answer });
  }

  async *#settle(): AsyncGenerator<Table<C>> {
    const { bytes, answer } = this.#sent.shift()!;
    const records = await answer;
    const rows =
      records !== undefined && this.#parser.isBetweenRecords ? this.#parser.accept(records) : this.#look(bytes);
    if (rows !== undefined) yield rows;
  }

  #look(bytes: Buffer): Table<C> | undefined {
    this.#parser.push(bytes);
    this.#parser.catchUp();
    return this.#parser.rows();
  }
}

function sharedBuffer(byteCount: number): Buffer {
  return Buffer.from(new SharedArrayBuffer(byteCount));
}
