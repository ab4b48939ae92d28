import type { Columns, Table } from '../table.ts';
import type { CsvParser } from './csv-parser.ts';

const BATCH_BYTES = 4 * 1024 * 1024;

/** Gives the rows of a parser as they come, in tables worth their while. */
export class SerialParser<C extends Columns> {
  readonly #parser: CsvParser<C>;
  #batchBytes = 0;

  constructor(parser: CsvParser<C>) {
    this.#parser = parser;
  }

  *push(chunk: Uint8Array): Generator<Table<C>> {
    for (let start = 0; start < chunk.length; start += BATCH_BYTES) {
      const part = chunk.subarray(start, start + BATCH_BYTES);
      this.#parser.push(part);
      this.#batchBytes += part.length;
      if (this.#batchBytes >= BATCH_BYTES) yield* this.rows();
    }
  }

  /** The rows since the last table. */
  *rows(): Generator<Table<C>> {
    this.#batchBytes = 0;
    const rows = this.#parser.rows();
    if (rows !== undefined) yield rows;
  }

  *finish(): Generator<Table<C>> {
    const rows = this.#parser.finish();
    if (rows !== undefined) yield rows;
  }
}
