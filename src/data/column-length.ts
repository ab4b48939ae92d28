import type { NumericColumn, TextColumn } from './table.ts';

/** How many rows a column has. */
export function columnLength(column: NumericColumn | TextColumn): number {
  return column.kind === 'text' ? column.length : column.values.length;
}
