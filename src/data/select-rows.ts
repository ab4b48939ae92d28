import { SluiceError } from '../errors/sluice-error.ts';
import { ColumnarTable } from './columnar-table.ts';
import { packText } from './pack-text.ts';
import type { PackedText } from './packed-text.ts';
import type { Columns, NumericColumn, Table, TextColumn } from './table.ts';
import { TextBuilder } from './text-builder.ts';

/** The rows at these indices, in this order; one may come twice. Throws `data.row-missing`. */
export function selectRows<C extends Columns>(table: Table<C>, indices: ArrayLike<number>): Table<C> {
  checkIndices(indices, table.rowCount);
  const names: (keyof C & string)[] = Object.keys(table.columns);
  const data = new Map(names.map((name) => [name, selectValues(table.column(name), indices)]));
  return new ColumnarTable(table.columns, indices.length, data);
}

/** Indices of the rows for which the test holds. */
export function rowsWhere(rowCount: number, test: (row: number) => boolean): Uint32Array {
  const indices = new Uint32Array(rowCount);
  let found = 0;
  for (let row = 0; row < rowCount; row++) if (test(row)) indices[found++] = row;
  return indices.slice(0, found);
}

function selectValues(column: NumericColumn | TextColumn, indices: ArrayLike<number>): NumericColumn | TextColumn {
  if (column.kind === 'text') return selectTexts(packText(column), indices);
  return { kind: column.kind, values: selectNumbers(column.values, indices) };
}

function selectNumbers(values: Float64Array, indices: ArrayLike<number>): Float64Array {
  const selected = new Float64Array(indices.length);
  for (let index = 0; index < selected.length; index++) selected[index] = values[indices[index]!]!;
  return selected;
}

function selectTexts(column: PackedText, indices: ArrayLike<number>): PackedText {
  const { bytes, offsets } = column.buffers;
  const builder = new TextBuilder();
  for (let index = 0; index < indices.length; index++) {
    const row = indices[index]!;
    if (column.isMissing(row)) builder.pushMissing();
    else builder.pushBytes(bytes, offsets[row]!, offsets[row + 1]!);
  }
  return builder.finish();
}

function checkIndices(indices: ArrayLike<number>, rowCount: number): void {
  for (let index = 0; index < indices.length; index++) {
    const row = indices[index]!;
    if (!(row >= 0 && row < rowCount && Number.isInteger(row))) rowMissing(row, rowCount);
  }
}

function rowMissing(row: number, rowCount: number): never {
  throw new SluiceError({
    code: 'data.row-missing',
    message: `there is no row ${row}`,
    seen: `a table of ${rowCount} rows`,
    allowed: 'whole numbers from 0, less than the count of rows',
    mend: 'select rows of the table the indices were made from',
  });
}
