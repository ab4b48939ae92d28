import type { SourceFile } from '../source-file.ts';
import type { TableStream } from '../table-stream.ts';
import type { Columns, Table } from '../table.ts';
import { ParquetFile } from './parquet-file.ts';

/** As `readParquet`, a table for each row group, so that no more than one is in memory; columns are looked for at once. */
export async function streamParquet<const C extends Columns>(source: SourceFile, columns: C): Promise<TableStream<C>> {
  const file = await ParquetFile.open(source, columns);
  return { columns: file.columns, batches: () => batchesOf(file) };
}

async function* batchesOf<C extends Columns>(file: ParquetFile<C>): AsyncGenerator<Table<C>> {
  for (const group of file.groups) yield await file.read([group]);
}
