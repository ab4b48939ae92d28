import type { Columns, NumericColumn, Table, TextColumn } from '../../data/table.ts';
import { IndicatorColumn, type LevelCodes } from './indicator-column.ts';
import { replaceColumns, type MadeColumn } from './replace-columns.ts';

/** A value of a column of texts or numbers. */
export type Category = string | number;

/** The indicator columns that stand for one column. */
export interface CategoryEncoding<N extends string = string> {
  readonly column: N;
  /** Have a column each, `origin=ATL`; in their order. */
  readonly categories: readonly Category[];
  /** Its rows have 0 in all columns, so that these don't add up to 1 in every row; null when there is none. */
  readonly reference: Category | null;
  /** Whether there is a column `origin:other` for the categories that are none of these. */
  readonly other: boolean;
  /** Whether there is a column `origin:missing`; a missing value else counts as other. */
  readonly missing: boolean;
}

/** Replaces columns of categories by indicators of the frequent ones; plain data. */
export interface OneHotTransform<N extends string = string> {
  readonly kind: 'one-hot';
  readonly encodings: readonly CategoryEncoding<N>[];
}

/** The columns of `C` with indicators in place of those encoded. */
export type WithIndicators<C extends Columns, N extends string> = Omit<C, N> &
  Readonly<Record<`${N}=${string}` | `${N}:${'other' | 'missing'}`, 'float'>>;

/** The table with indicators in place of the transform's columns; a category never seen in fitting counts as other. */
export function applyOneHot<C extends Columns, N extends keyof C & string>(
  transform: OneHotTransform<N>,
  table: Table<C>,
): Table<WithIndicators<C, N>> {
  return encode(transform, table) as unknown as Table<WithIndicators<C, N>>; // a table of any columns has these
}

/** As `applyOneHot`, for a transform whose types are not known any more. */
export function encode({ encodings }: OneHotTransform, table: Table): Table {
  const made = encodings.map((encoding): [string, MadeColumn[]] => {
    const levels = codesOf(table.column(encoding.column), encoding);
    const columns = levelNames(encoding).map((name, level) => ({ name, column: new IndicatorColumn(levels, level) }));
    return [encoding.column, columns];
  });
  return replaceColumns(table, new Map(made));
}

/** Value of a row as a category; undefined where missing. */
export function categoryReader(column: NumericColumn | TextColumn): (row: number) => Category | undefined {
  if (column.kind === 'text') return (row) => column.at(row);
  const { values } = column;
  return (row) => (Number.isNaN(values[row]) ? undefined : values[row]);
}

/** Levels with a column come first; the last level, past them, has none. */
function codesOf(column: NumericColumn | TextColumn, encoding: CategoryEncoding): LevelCodes {
  const { categories, reference } = encoding;
  const none = levelNames(encoding).length;
  const other = encoding.other ? categories.length : none;
  const missing = encoding.missing ? none - 1 : other;
  const levels = new Map<Category, number>(categories.map((category, level) => [category, level]));
  if (reference !== null) levels.set(reference, none);
  const read = categoryReader(column);
  const codes = new Int32Array(column.kind === 'text' ? column.length : column.values.length);
  for (let row = 0; row < codes.length; row += 1) {
    const category = read(row);
    codes[row] = category === undefined ? missing : (levels.get(category) ?? other);
  }
  return { codes, levelCount: none + 1 };
}

function levelNames({ column, categories, other, missing }: CategoryEncoding): string[] {
  return [
    ...categories.map((category) => `${column}=${category}`),
    ...(other ? [`${column}:other`] : []),
    ...(missing ? [`${column}:missing`] : []),
  ];
}
