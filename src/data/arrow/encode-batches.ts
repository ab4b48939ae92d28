import {
  Batch,
  Column,
  float64,
  int64,
  tableFromColumns,
  tableToIPC,
  timestamp,
  TimeUnit,
  utf8,
} from '@uwdata/flechette';
import { concatTexts } from '../concat-texts.ts';
import { packText } from '../pack-text.ts';
import type { Columns, NumericColumn, Table, TextColumn } from '../table.ts';
import { encodeFloats, encodeIntegers } from './encode-numbers.ts';

/** An Arrow IPC file with a record batch for each table; `firstRow` is the place of the first row, for messages. */
export function encodeBatches(columns: Columns, tables: readonly Table[], firstRow = 0): Uint8Array {
  const arrowColumns = Object.keys(columns).map((name): [string, Column<unknown>] => [
    name,
    new Column(tables.map((table) => batchOf(name, table.column(name), firstRow))),
  ]);
  const bytes = tableToIPC(tableFromColumns(arrowColumns), { format: 'file' });
  // Only a sink of one's own makes it null.
  return bytes!;
}

function batchOf(name: string, column: NumericColumn | TextColumn, firstRow: number): Batch<unknown> {
  return column.kind === 'text' ? textBatch(column) : numberBatch(name, column, firstRow);
}

function numberBatch(name: string, { kind, values }: NumericColumn, firstRow: number): Batch<unknown> {
  const buffers = kind === 'float' ? encodeFloats(values) : encodeIntegers(name, values, firstRow);
  return new Batch({ length: values.length, type: numberType(kind), ...buffers });
}

function numberType(kind: NumericColumn['kind']) {
  if (kind === 'float') return float64();
  return kind === 'int' ? int64() : timestamp(TimeUnit.MILLISECOND, 'UTC');
}

function textBatch(column: TextColumn): Batch<unknown> {
  const packed = packText(column);
  // A slice of a column is copied: its offsets do not start at 0.
  const { buffers, length, missingCount } = packed.buffers.offsets[0] === 0 ? packed : concatTexts([packed]);
  return new Batch({
    length,
    nullCount: missingCount,
    type: utf8(),
    offsets: buffers.offsets,
    values: buffers.bytes.subarray(0, buffers.offsets[length]),
    validity: (missingCount === 0 ? undefined : buffers.validity) ?? new Uint8Array(0),
  });
}
