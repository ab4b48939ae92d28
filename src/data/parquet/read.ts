import type { Progress } from '../progress.ts';
import type { SourceFile } from '../source-file.ts';
import type { Columns, Table } from '../table.ts';
import { ParquetFile } from './parquet-file.ts';

/**
 * The columns asked for of a Parquet file; nothing of the others is read, and `tell` hears of the rows after each row
 * group. Times are cut to milliseconds, those without
 * a zone taken as UTC; decimals and 64-bit integers become the nearest double where 'float' is asked for. Throws
 * `data.not-parquet`, `data.parquet-…`, `data.column-missing`, `data.not-an-integer`, `data.file-changed`.
 */
export async function readParquet<const C extends Columns>(
  source: SourceFile,
  columns: C,
  tell?: Progress,
): Promise<Table<C>> {
  const file = await ParquetFile.open(source, columns);
  return file.read(file.groups, tell);
}
