import type { NumericColumn, TextColumn } from '../table.ts';
import type { BadCells } from './bad-cells.ts';

/** Is handed the cells of one column. */
export interface CellTaker {
  /** Takes the cell whose content is bytes[start, end); `line` is where its record starts. */
  take(bytes: Buffer, start: number, end: number, line: number): void;
}

/** The cells of one column in some records. */
export interface TakenCells<Column = NumericColumn | TextColumn> {
  readonly column: Column;
  /** Cells that were not of the column's kind; the column has missing values in their place. */
  readonly bad: BadCells | undefined;
}

/** Collects the cells of one column. */
export interface Cells extends CellTaker {
  /** The cells since the last call. */
  finish(): TakenCells;
}
