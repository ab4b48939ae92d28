import { ByteReader } from './byte-reader.ts';
import { damaged, orDamaged, unsupported } from './faults.ts';
import { FlatTable } from './flatbuffer.ts';
import { type ArrowField, MAGIC, readFields } from './footer.ts';
import { type ColumnPart, CONTINUATION, PREFIX_SIZE, readRecordBatch } from './record-batch.ts';

/** Numbers of the `MessageHeader` union of Arrow's Message.fbs. */
const HEADER = { schema: 1, dictionaryBatch: 2 } as const;

interface Message {
  readonly headerType: number;
  readonly message: FlatTable;
}

/** Reads the messages of an Arrow IPC file from its start: that of the schema, then the record batches. */
export class MessageReader {
  readonly #bytes: ByteReader;

  constructor(source: AsyncIterable<Uint8Array>, sizeBytes: number) {
    this.#bytes = new ByteReader(source, sizeBytes);
  }

  /** The columns of the file; asked for first, once. */
  async fields(): Promise<ArrowField[]> {
    const magic = await this.#bytes.take(PREFIX_SIZE);
    if (MAGIC.compare(magic, 0, MAGIC.length) !== 0) damaged('a file that does not start with ARROW1');
    const next = await this.#next();
    if (next?.headerType !== HEADER.schema) return damaged('no schema at the start');
    return orDamaged(() => readFields(next.message.table(2)));
  }

  /** The parts of the columns in the next record batch; undefined after the last. */
  async batch(fields: readonly ArrowField[]): Promise<readonly ColumnPart[] | undefined> {
    const next = await this.#next();
    if (next === undefined) return this.#end();
    if (next.headerType === HEADER.dictionaryBatch) unsupported('a dictionary');
    const { message } = next;
    const body = await this.#bytes.take(orDamaged(() => message.count(3)));
    return orDamaged(() => readRecordBatch(message, body, fields));
  }

  close(): Promise<void> {
    return this.#bytes.close();
  }

  /** Undefined for the mark that ends the messages. */
  async #next(): Promise<Message | undefined> {
    const prefix = new DataView((await this.#bytes.take(PREFIX_SIZE)).buffer);
    if (prefix.getUint32(0, true) !== CONTINUATION) damaged('no message where one should start');
    const size = prefix.getUint32(4, true);
    if (size === 0) return undefined;
    const metadata = await this.#bytes.take(size);
    return orDamaged(() => {
      const message = FlatTable.root(new DataView(metadata.buffer), 0);
      return { headerType: message.uint8(1), message };
    });
  }

  /** What follows the batches is for readers that start at the end; it tells that the file is whole. */
  async #end(): Promise<undefined> {
    const rest = await this.#bytes.take(this.#bytes.leftBytes);
    if (rest.length < MAGIC.length || MAGIC.compare(rest, rest.length - MAGIC.length) !== 0) {
      damaged('a file that does not end with ARROW1');
    }
    await this.#bytes.end();
  }
}
