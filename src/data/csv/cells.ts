import type { NumericColumn, TextColumn } from '../table.ts';

/** Is handed the cells of one column. */
export interface CellTaker {
  /** Takes the cell whose content is bytes[start, end); `line` is where its record starts. */
  take(bytes: Buffer, start: number, end: number, line: number): void;
}

/** Collects the cells of one column. */
export interface Cells extends CellTaker {
  /** The column; throws if any cell was not of its kind. */
  finish(): NumericColumn | TextColumn;
}
