import { SluiceError } from '../errors/sluice-error.ts';
import { columnLength } from './column-length.ts';
import { ColumnarTable } from './columnar-table.ts';
import { packText } from './pack-text.ts';
import type { ColumnKind, Columns, NumericColumn, Table, TextColumn } from './table.ts';
import { TextBuilder } from './text-builder.ts';

/** What a column can be made of: numbers with NaN for missing, texts with undefined for missing. */
export type ColumnValues<K extends ColumnKind> = K extends 'text'
  ? TextColumn | readonly (string | undefined)[]
  : Float64Array | readonly number[];

/** Values for every column of `C`. */
export type TableValues<C extends Columns> = { readonly [N in keyof C]: ColumnValues<C[N]> };

/** A table of these values; a `Float64Array` is kept, not copied. Throws `data.column-length`. */
export function tableOf<const C extends Columns>(columns: C, values: TableValues<C>): Table<C> {
  const data = new Map(Object.keys(columns).map((name) => [name, columnOf(columns[name]!, values[name]!)]));
  return new ColumnarTable({ ...columns }, commonLength(data), data);
}

function columnOf(kind: ColumnKind, values: ColumnValues<ColumnKind>): NumericColumn | TextColumn {
  if (kind === 'text') return textColumn(values as ColumnValues<'text'>);
  return { kind, values: numbersOf(values as ColumnValues<'float'>) };
}

function numbersOf(values: Float64Array | readonly number[]): Float64Array {
  return values instanceof Float64Array ? values : Float64Array.from(values);
}

function textColumn(values: ColumnValues<'text'>): TextColumn {
  if ('kind' in values) return packText(values);
  const builder = new TextBuilder();
  for (const text of values) builder.push(text);
  return builder.finish();
}

function commonLength(data: ReadonlyMap<string, NumericColumn | TextColumn>): number {
  const lengths = [...data].map(([name, column]) => ({ name, length: columnLength(column) }));
  const [first] = lengths;
  const odd = lengths.find((column) => column.length !== first?.length);
  if (first === undefined) return 0;
  if (odd === undefined) return first.length;
  throw new SluiceError({
    code: 'data.column-length',
    message: 'the columns of a table differ in length',
    seen: `'${first.name}' has ${first.length} values, '${odd.name}' ${odd.length}`,
    allowed: 'as many values in every column',
    mend: `give '${odd.name}' ${first.length} values`,
  });
}
