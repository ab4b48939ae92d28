import { ColumnarTable } from '../columnar-table.ts';
import type { NumericColumn, Table, TextColumn } from '../table.ts';
import { decodeFloats, decodeIntegers } from './decode-numbers.ts';
import { decodeTexts } from './decode-texts.ts';
import { damaged } from './faults.ts';
import { type ArrowField, readFooter } from './footer.ts';
import { type ColumnPart, readRecordBatch } from './record-batch.ts';

/**
 * The table in an Arrow IPC file, with views into the bytes where the layouts agree. Throws `data.arrow-damaged`,
 * `data.arrow-unsupported`, `data.not-an-integer`.
 */
export function decodeTable(bytes: Uint8Array): Table {
  try {
    return decodeAligned(aligned(bytes));
  } catch (error) {
    // What damaged offsets lead to: reads outside the view, unaligned or endless arrays.
    if (error instanceof RangeError) return damaged(error.message, error);
    throw error;
  }
}

/** Views of doubles need their place in memory to be a multiple of 8. */
function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 8 === 0 ? bytes : Uint8Array.from(bytes);
}

function decodeAligned(bytes: Uint8Array): Table {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { fields, blocks } = readFooter(bytes, view);
  const batches = blocks.map((block) => readRecordBatch(bytes, view, block, fields));
  const data = new Map(
    fields.map((field, index) => [
      field.name,
      columnOf(
        field,
        batches.map((parts) => parts[index]!),
      ),
    ]),
  );
  const columns = Object.fromEntries(fields.map(({ name, kind }) => [name, kind]));
  const rowCount = batches.reduce((total, [part]) => total + (part?.rowCount ?? 0), 0);
  return new ColumnarTable(columns, rowCount, data);
}

function columnOf({ name, kind }: ArrowField, parts: readonly ColumnPart[]): NumericColumn | TextColumn {
  if (kind === 'text') return decodeTexts(parts);
  return { kind, values: kind === 'float' ? decodeFloats(parts) : decodeIntegers(name, parts) };
}
