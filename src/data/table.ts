/** What a column holds: doubles, safe integers, UTF-8 text, or instants (milliseconds since 1970, UTC). */
export type ColumnKind = 'float' | 'int' | 'text' | 'time';

/** Column names in their order, each with its kind. */
export type Columns = Readonly<Record<string, ColumnKind>>;

/** Numbers of a column; a missing value is `NaN` (a table has no other NaN). */
export interface NumericColumn {
  readonly kind: 'float' | 'int' | 'time';
  readonly values: Float64Array;
}

/** Texts of a column; a missing value is `undefined`. */
export interface TextColumn {
  readonly kind: 'text';
  readonly length: number;
  at(row: number): string | undefined;
}

export type ColumnOf<K extends ColumnKind> = K extends 'text' ? TextColumn : NumericColumn;

/** Rows by column, immutable. */
export interface Table<C extends Columns = Columns> {
  readonly columns: C;
  readonly rowCount: number;
  column<N extends keyof C & string>(name: N): ColumnOf<C[N]>;
}
