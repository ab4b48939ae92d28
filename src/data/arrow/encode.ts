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
import { SluiceError } from '../../errors/sluice-error.ts';
import { packText } from '../pack-text.ts';
import type { NumericColumn, Table, TextColumn } from '../table.ts';
import { encodeFloats, encodeIntegers } from './encode-numbers.ts';

/** The writer's lengths are signed 32-bit integers. */
const MAX_ROWS = 2 ** 28 - 1;

/**
 * A table as an Arrow IPC file with one record batch: float64, int64, utf8, timestamp[ms, UTC], missing values as null.
 * Equal tables give equal bytes. Throws `data.table-too-large`, `data.not-an-integer`.
 */
export function encodeTable(table: Table): Uint8Array {
  if (table.rowCount > MAX_ROWS) tooManyRows(table.rowCount);
  const names = Object.keys(table.columns);
  const columns = names.map((name): [string, Column<unknown>] => [name, arrowColumn(name, table.column(name))]);
  const bytes = tableToIPC(tableFromColumns(columns), { format: 'file' });
  // Only a sink of one's own makes it null.
  return bytes!;
}

function arrowColumn(name: string, column: NumericColumn | TextColumn): Column<unknown> {
  return new Column([column.kind === 'text' ? textBatch(column) : numberBatch(name, column)]);
}

function numberBatch(name: string, { kind, values }: NumericColumn): Batch<unknown> {
  const buffers = kind === 'float' ? encodeFloats(values) : encodeIntegers(name, values);
  return new Batch({ length: values.length, type: numberType(kind), ...buffers });
}

function numberType(kind: NumericColumn['kind']) {
  if (kind === 'float') return float64();
  return kind === 'int' ? int64() : timestamp(TimeUnit.MILLISECOND, 'UTC');
}

function textBatch(column: TextColumn): Batch<unknown> {
  const packed = packText(column);
  const { offsets, bytes, validity } = packed.buffers;
  const length = packed.length;
  const nullCount = packed.missingCount;
  return new Batch({
    length,
    nullCount,
    type: utf8(),
    offsets,
    values: bytes,
    validity: validity ?? new Uint8Array(0),
  });
}

function tooManyRows(rowCount: number): never {
  throw new SluiceError({
    code: 'data.table-too-large',
    message: 'the table has more rows than one file takes',
    seen: `${rowCount} rows`,
    allowed: `at most ${MAX_ROWS} rows`,
    mend: 'split the rows into several tables',
  });
}
