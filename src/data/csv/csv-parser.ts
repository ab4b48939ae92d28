import { ColumnarTable } from '../columnar-table.ts';
import { columnLength } from '../column-length.ts';
import { rowsWhere, selectRows } from '../select-rows.ts';
import type { Columns, Table } from '../table.ts';
import { type BadCells, joinBadCells, throwBadCells } from './bad-cells.ts';
import type { Cells, TakenCells } from './cells.ts';
import type { CsvLimits } from './csv-limits.ts';
import { findColumns } from './header.ts';
import { joinLeftOut, type LeftOut, NOTHING_LEFT_OUT, type NotedFaults, RowFaults } from './left-out.ts';
import { readHeader } from './read-header.ts';
import { type RecordLayout, scannerOf } from './record-layout.ts';
import type { RecordScanner } from './record-scanner.ts';
import { TextWindow } from './text-window.ts';

/** Larger chunks are looked at in parts that stay in the processor's cache. */
const PART_BYTES = 1 << 18;

/** Whole records that were parsed elsewhere. */
export interface ParsedRecords {
  readonly sizeBytes: number;
  readonly lineCount: number;
  /** By column; lines count from 0. */
  readonly taken: readonly TakenCells[];
  readonly faults: NotedFaults;
}

/** Turns the bytes of a CSV file, pushed chunk by chunk, into tables of the columns asked for. */
export class CsvParser<C extends Columns> {
  readonly #columns: C;
  readonly #limits: CsvLimits;
  readonly #window = new TextWindow();
  #layout: RecordLayout | undefined;
  #scanner: RecordScanner | undefined;
  #cells: readonly Cells[] = [];
  #faults = new RowFaults();
  #leftOut = NOTHING_LEFT_OUT;
  #bad: (BadCells | undefined)[] = [];
  /** Below this it is not worth looking again: a long field is looked at a few times, not once a chunk. */
  #worthBytes = PART_BYTES;

  constructor(columns: C, limits: CsvLimits) {
    this.#columns = columns;
    this.#limits = limits;
  }

  /** Known once the header was seen to its end. */
  get layout(): RecordLayout | undefined {
    return this.#layout;
  }

  /** The rows left out so far of those that were given. */
  get leftOut(): LeftOut {
    return this.#leftOut;
  }

  /** Whether what was pushed ends with a record. */
  get isBetweenRecords(): boolean {
    return this.#layout !== undefined && this.#window.size === 0;
  }

  push(chunk: Uint8Array): void {
    for (let start = 0; start < chunk.length; start += PART_BYTES) {
      this.#window.append(chunk.subarray(start, start + PART_BYTES));
      if (this.#window.size >= this.#worthBytes || !this.#window.isText) this.#advance(false);
    }
  }

  /** The rows since the last call; undefined if there are none, or a cell so far was not of its column's kind. */
  rows(): Table<C> | undefined {
    const taken = this.#cells.map((cells) => cells.finish());
    return this.#tableOf(taken, this.#faults.finish(), 0);
  }

  /** Looks at all that was pushed, also where that is more work than to wait for more. */
  catchUp(): void {
    this.#advance(false);
  }

  /** Takes records that were parsed elsewhere, as if their bytes had been pushed; only between records. */
  accept({ sizeBytes, lineCount, taken, faults }: ParsedRecords): Table<C> | undefined {
    const scanner = this.#scanner!;
    const rows = this.#tableOf(taken, faults, scanner.line);
    this.#window.skip(sizeBytes);
    scanner.line += lineCount;
    return rows;
  }

  /** Says that no more bytes come, and gives the last rows. Throws what was wrong with any cell. */
  finish(): Table<C> | undefined {
    this.#window.end();
    this.#advance(this.#window.isText);
    const rows = this.rows();
    for (const [index, [name, kind]] of Object.entries(this.#columns).entries()) {
      const bad = this.#bad[index];
      if (bad !== undefined) throwBadCells(name, kind, bad);
    }
    return rows;
  }

  #tableOf(taken: readonly TakenCells[], faults: NotedFaults, linesBefore: number): Table<C> | undefined {
    this.#leftOut = joinLeftOut(this.#leftOut, faults, linesBefore);
    this.#bad = taken.map(({ bad }, index) => joinBadCells(this.#bad[index], bad, linesBefore));
    const names = Object.keys(this.#columns);
    const data = new Map(taken.map(({ column }, index) => [names[index]!, column]));
    const [first] = data.values();
    const rowCount = first === undefined ? 0 : columnLength(first);
    if (rowCount === faults.takenRows.length || this.#bad.some((bad) => bad !== undefined)) return undefined;
    return withoutRows(new ColumnarTable(this.#columns, rowCount, data), faults.takenRows);
  }

  /** Records before a byte that is no text come before it: the fault that is told is the first in the file. */
  #advance(last: boolean): void {
    const { bytes, size } = this.#window;
    const start = this.#scanner === undefined ? this.#readHeader(last) : 0;
    if (this.#scanner !== undefined) this.#window.drop(this.#scanner.scan(bytes, start, size, last));
    this.#window.throwIfNotText();
    this.#worthBytes = Math.max(PART_BYTES, this.#window.size * 2);
  }

  /** Position of the first record. */
  #readHeader(last: boolean): number {
    const { bytes, size } = this.#window;
    const header = readHeader(bytes, size, last, this.#limits.maxFieldBytes);
    if (header === undefined) return 0;
    const positions = findColumns(header.names, Object.keys(this.#columns));
    this.#layout = { ...this.#limits, columns: this.#columns, positions, fieldCount: header.names.length };
    const { scanner, cells, faults } = scannerOf(this.#layout, 2 + header.newlines);
    this.#scanner = scanner;
    this.#cells = cells;
    this.#faults = faults;
    return header.end;
  }
}

function withoutRows<C extends Columns>(table: Table<C>, rows: readonly number[]): Table<C> {
  if (rows.length === 0) return table;
  const dropped = new Set(rows);
  return selectRows(
    table,
    rowsWhere(table.rowCount, (row) => !dropped.has(row)),
  );
}
