import { concatTables } from '../concat-tables.ts';
import type { Columns, Table } from '../table.ts';
import { encodeBatches } from './encode-batches.ts';
import { type ArrowBlock, blockEnd, readFooter, writeBlocks } from './footer.ts';

/** Makes an Arrow IPC file batch by batch: the bytes are those of a file made from all batches at once. */
export class ArrowFileWriter {
  readonly #columns: Columns;
  readonly #blocks: ArrowBlock[] = [];
  #sizeBytes = 0;

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  /** The next bytes of the file, with these rows; `firstRow` is the place of the first, for messages. */
  batch(table: Table, firstRow = 0): Uint8Array[] {
    const file = encodeBatches(this.#columns, [table], firstRow);
    const [block] = readFooter(file).blocks;
    // A table without columns has no batches.
    if (block === undefined) return [];
    const head = file.subarray(0, this.#blocks.length === 0 ? block.start : 0);
    const body = file.subarray(block.start, blockEnd(block));
    const start = this.#sizeBytes + head.length;
    this.#blocks.push({ ...block, start });
    this.#sizeBytes = start + body.length;
    return [head, body];
  }

  /** The last bytes of the file; a file without rows has one batch without rows. */
  end(): Uint8Array[] {
    const noRows = concatTables(this.#columns, []);
    const before = this.#blocks.length === 0 ? this.batch(noRows) : [];
    // What follows the batches tells only of columns and of places: those of as many empty batches, put right.
    const file = encodeBatches(
      this.#columns,
      this.#blocks.map(() => noRows),
    );
    const lastEmpty = readFooter(file).blocks.at(-1);
    writeBlocks(file, this.#blocks);
    return [...before, file.subarray(lastEmpty === undefined ? 0 : blockEnd(lastEmpty))];
  }
}
