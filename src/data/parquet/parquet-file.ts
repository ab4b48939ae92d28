import type { FileMetaData, RowGroup } from 'hyparquet';
import { ColumnarTable } from '../columnar-table.ts';
import type { Progress } from '../progress.ts';
import type { SourceFile } from '../source-file.ts';
import type { Columns, Table } from '../table.ts';
import { damaged } from './faults.ts';
import { chunkOf, findColumns, type FoundColumn } from './find-columns.ts';
import { readFooter } from './footer.ts';
import { guarded } from './guarded.ts';
import { readChunk } from './read-chunk.ts';
import { type Sink, sinkOf } from './sink.ts';

/** A Parquet file of which the directory of contents is read, and the columns asked for are found. */
export class ParquetFile<C extends Columns> {
  readonly columns: C;
  readonly #file: SourceFile;
  readonly #footer: FileMetaData;
  readonly #found: readonly FoundColumn[];

  private constructor(file: SourceFile, footer: FileMetaData, columns: C) {
    this.columns = { ...columns };
    this.#file = file;
    this.#footer = footer;
    this.#found = guarded('directory of contents', () => findColumns(footer, columns));
  }

  /** Throws `data.not-parquet`, `data.parquet-…`, `data.column-missing`. */
  static async open<C extends Columns>(file: SourceFile, columns: C): Promise<ParquetFile<C>> {
    return new ParquetFile(file, await readFooter(file), columns);
  }

  /** Its row groups that have rows. */
  get groups(): readonly RowGroup[] {
    return this.#footer.row_groups.filter((group) => rowCountOf(group) > 0);
  }

  /** The rows of row groups, one after the other; tells after each how many rows were read. Throws `data.parquet-…`, `data.not-an-integer`, `data.file-changed`. */
  async read(groups: readonly RowGroup[], tell?: Progress): Promise<Table<C>> {
    const rowCount = groups.reduce((total, group) => total + rowCountOf(group), 0);
    const sinks = this.#found.map((column) => makeSink(column, rowCount));
    let readRows = 0;
    for (const group of groups) {
      await this.#readGroup(group, sinks);
      tell?.((readRows += rowCountOf(group)), rowCount);
    }
    const data = new Map(this.#found.map(({ name }, index) => [name, sinks[index]!.finish()]));
    return new ColumnarTable(this.columns, rowCount, data);
  }

  async #readGroup(group: RowGroup, sinks: readonly Sink[]): Promise<void> {
    for (const [index, column] of this.#found.entries()) {
      const chunk = chunkOf(column, group);
      const start = Number(chunk.meta.dictionary_page_offset || chunk.meta.data_page_offset);
      const end = start + Number(chunk.meta.total_compressed_size);
      if (!(start >= 0 && end <= this.#file.sizeBytes)) damaged(`column '${column.name}' from byte ${start} to ${end}`);
      readChunk(await this.#file.readRange(start, end), column, chunk, rowCountOf(group), sinks[index]!);
    }
  }
}

function makeSink(column: FoundColumn, rowCount: number): Sink {
  try {
    return sinkOf(column, rowCount);
  } catch (error) {
    return damaged(`${rowCount} rows, more than memory holds`, error);
  }
}

function rowCountOf(group: RowGroup): number {
  const rowCount = Number(group.num_rows);
  return rowCount >= 0 ? rowCount : damaged(`a row group of ${rowCount} rows`);
}
