import type { Columns, Table } from '../table.ts';
import type { TableStream } from '../table-stream.ts';
import { orDamaged } from './faults.ts';
import type { ArrowField } from './footer.ts';
import { MessageReader } from './message-reader.ts';
import type { ColumnPart } from './record-batch.ts';
import { tableOfParts } from './table-of-parts.ts';

/** Bytes that can be read from their start, more than once. */
export interface ArrowSource {
  readonly sizeBytes: number;
  read(): AsyncIterable<Uint8Array>;
}

/**
 * The rows of an Arrow IPC file as a stream of its record batches, of which one is in memory at a time. Throws as
 * `decodeTable`, here and where the batches are read.
 */
export async function decodeTableStream(source: ArrowSource): Promise<TableStream> {
  const reader = open(source);
  try {
    const fields = await reader.fields();
    const columns = Object.fromEntries(fields.map(({ name, kind }) => [name, kind]));
    return { columns, batches: () => batchesOf(source) };
  } finally {
    await reader.close();
  }
}

async function* batchesOf(source: ArrowSource): AsyncGenerator<Table<Columns>> {
  const reader = open(source);
  try {
    const fields = await reader.fields();
    for (let parts = await reader.batch(fields); parts !== undefined; parts = await reader.batch(fields)) {
      const table = tableOf(fields, parts);
      if (table.rowCount > 0) yield table;
    }
  } finally {
    await reader.close();
  }
}

function tableOf(fields: readonly ArrowField[], parts: readonly ColumnPart[]): Table {
  return orDamaged(() => tableOfParts(fields, [parts]));
}

function open(source: ArrowSource): MessageReader {
  return new MessageReader(source.read(), source.sizeBytes);
}
