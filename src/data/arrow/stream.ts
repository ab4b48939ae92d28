import { concatTables } from '../concat-tables.ts';
import { requireColumns } from '../contract/require-columns.ts';
import type { Columns } from '../table.ts';
import type { TableStream } from '../table-stream.ts';
import { type ByteRanges, decodeTableStream } from './decode-stream.ts';

/** An Arrow IPC file with a name for messages, as a `SourceFile` is one. */
export interface ArrowSource extends ByteRanges {
  readonly name: string;
}

/**
 * The columns asked for of an Arrow IPC file as a stream of its record batches; the bytes of others are not read. Throws
 * as `decodeTableStream`, and `contract.columns` for a column of another kind.
 */
export async function streamArrow<const C extends Columns>(source: ArrowSource, columns: C): Promise<TableStream<C>> {
  const stream = await decodeTableStream(source, Object.keys(columns));
  requireColumns(concatTables(stream.columns, []), columns, `'${source.name}'`);
  // They are those asked for: it was just checked.
  return stream as TableStream<C>;
}
