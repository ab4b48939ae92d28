import { columnLength } from '../column-length.ts';
import { ColumnarTable } from '../columnar-table.ts';
import type { ColumnKind, Columns, Table } from '../table.ts';
import type { Cells } from './cells.ts';
import { findColumns } from './header.ts';
import { MissingTexts } from './missing-texts.ts';
import { NumericCells } from './numeric-cells.ts';
import { readHeader } from './read-header.ts';
import { RecordScanner } from './record-scanner.ts';
import { TextCells } from './text-cells.ts';
import { TextWindow } from './text-window.ts';

/** Larger chunks are looked at in parts that stay in the processor's cache. */
const PART_BYTES = 1 << 18;

export interface CsvLimits {
  /** Texts that stand for a missing value. */
  readonly missing: readonly string[];
  /** A longer field is taken for a quote that was never closed. */
  readonly maxFieldBytes: number;
}

/** Turns the bytes of a CSV file, pushed chunk by chunk, into a table of the columns asked for. */
export class CsvParser<C extends Columns> {
  readonly #columns: C;
  readonly #names: readonly string[];
  readonly #cells: readonly Cells[];
  readonly #maxFieldBytes: number;
  readonly #window = new TextWindow();
  #records: RecordScanner | undefined;
  /** Below this it is not worth looking again: a long field is looked at a few times, not once a chunk. */
  #worthBytes = PART_BYTES;

  constructor(columns: C, limits: CsvLimits) {
    const missing = new MissingTexts(limits.missing);
    this.#columns = columns;
    this.#names = Object.keys(columns);
    this.#cells = this.#names.map((name) => cellsOf(name, columns[name]!, missing));
    this.#maxFieldBytes = limits.maxFieldBytes;
  }

  push(chunk: Uint8Array): void {
    for (let start = 0; start < chunk.length; start += PART_BYTES) {
      this.#window.append(chunk.subarray(start, start + PART_BYTES));
      if (this.#window.size >= this.#worthBytes) this.#advance(false);
    }
  }

  finish(): Table<C> {
    this.#window.end();
    this.#advance(true);
    const data = new Map(this.#names.map((name, index) => [name, this.#cells[index]!.finish()]));
    const [first] = data.values();
    const rowCount = first === undefined ? 0 : columnLength(first);
    return new ColumnarTable({ ...this.#columns }, rowCount, data);
  }

  #advance(last: boolean): void {
    const { bytes, size } = this.#window;
    const start = this.#records === undefined ? this.#readHeader(last) : 0;
    if (this.#records !== undefined) this.#window.drop(this.#records.scan(bytes, start, size, last));
    this.#worthBytes = Math.max(PART_BYTES, this.#window.size * 2);
  }

  /** Position of the first record. */
  #readHeader(last: boolean): number {
    const { bytes, size } = this.#window;
    const header = readHeader(bytes, size, last, this.#maxFieldBytes);
    if (header === undefined) return 0;
    this.#records = new RecordScanner({
      fieldCount: header.names.length,
      positions: findColumns(header.names, this.#names),
      cells: this.#cells,
      maxFieldBytes: this.#maxFieldBytes,
      firstLine: 2 + header.newlines,
    });
    return header.end;
  }
}

function cellsOf(name: string, kind: ColumnKind, missing: MissingTexts): Cells {
  return kind === 'text' ? new TextCells(missing) : new NumericCells(name, kind, missing);
}
