import { PackedText, type TextBuffers } from '../../packed-text.ts';
import { packText } from '../../pack-text.ts';
import type { NumericColumn, TextColumn } from '../../table.ts';
import type { TakenCells } from '../cells.ts';
import type { ParsedRecords } from '../csv-parser.ts';

/** Parsed records as they go from thread to thread. */
export interface SentRecords extends Omit<ParsedRecords, 'taken'> {
  readonly taken: readonly TakenCells<NumericColumn | TextBuffers>[];
}

/** Records to be sent; the memory of their columns is to be handed over, not copied. */
export function toSent({ taken, ...counts }: ParsedRecords): { sent: SentRecords; memory: ArrayBuffer[] } {
  const columns = taken.map(({ column, bad }) => ({ column: sentColumn(column), bad }));
  return { sent: { ...counts, taken: columns }, memory: columns.flatMap(({ column }) => memoryOf(column)) };
}

/** The records that were sent. */
export function fromSent({ taken, ...counts }: SentRecords): ParsedRecords {
  return { ...counts, taken: taken.map(({ column, bad }) => ({ column: receivedColumn(column), bad })) };
}

function sentColumn(column: NumericColumn | TextColumn): NumericColumn | TextBuffers {
  return column.kind === 'text' ? packText(column).buffers : column;
}

function receivedColumn(column: NumericColumn | TextBuffers): NumericColumn | TextColumn {
  return 'kind' in column ? column : new PackedText(column);
}

function memoryOf(column: NumericColumn | TextBuffers): ArrayBuffer[] {
  const parts = 'kind' in column ? [column.values] : [column.offsets, column.bytes, column.validity];
  return parts.flatMap((part) => (part?.buffer instanceof ArrayBuffer ? [part.buffer] : []));
}
