/** Rows as a caller sent them, not yet looked at cell by cell. */
export interface RawRows {
  readonly rowCount: number;
  /** How numbers and times are written. */
  readonly writing: 'json' | 'text';
  /** What was sent for a column; undefined when nothing was. */
  cell(row: number, column: string): unknown;
  /** Names of the columns that a row came with. */
  columnsOf(row: number): readonly string[];
}
