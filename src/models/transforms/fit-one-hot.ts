import type { Columns, Table } from '../../data/table.ts';
import { SluiceError } from '../../errors/sluice-error.ts';
import { checkRows } from '../check-rows.ts';
import { categoryReader, type Category, type CategoryEncoding, type OneHotTransform } from './one-hot.ts';

/** Which categories get a column of their own. */
export interface OneHotOptions {
  /** At most so many, the most frequent; 100 unless said. */
  readonly maxCategories?: number;
  /** Only those that at least this share of the rows is of; 0 unless said. */
  readonly minShare?: number;
  /** Whether missing values are a group of their own or count as other. */
  readonly missing?: 'own' | 'other';
  /** `most-frequent` leaves out the column of that category, so that least squares has one solution. */
  readonly reference?: 'most-frequent' | 'none';
}

const DEFAULTS = { maxCategories: 100, minShare: 0, missing: 'own', reference: 'most-frequent' } as const;

/**
 * Indicators for the frequent categories of columns over the rows given, which must be training rows only.
 * Equally frequent categories go by their order. Throws `model.no-training-rows` or `model.bad-one-hot`.
 */
export function fitOneHot<C extends Columns, const N extends keyof C & string>(
  table: Table<C>,
  columns: readonly N[],
  options: OneHotOptions = {},
): OneHotTransform<N> {
  const chosen = { ...DEFAULTS, ...options };
  checkRows(table);
  checkOptions(chosen);
  return { kind: 'one-hot', encodings: columns.map((column) => fitEncoding(table, column, chosen)) };
}

function fitEncoding<N extends string>(
  table: Table,
  column: N,
  { maxCategories, minShare, missing, reference }: Required<OneHotOptions>,
): CategoryEncoding<N> {
  const { counts, missingCount } = countCategories(table, column);
  const ranked = [...counts].toSorted(byFrequency);
  const frequent = ranked.slice(0, maxCategories).filter(([, count]) => count >= minShare * table.rowCount);
  const categories = frequent.map(([category]) => category);
  const grouped = ranked.length > frequent.length || (missing === 'other' && missingCount > 0);
  return {
    column,
    categories: reference === 'none' ? categories : categories.slice(1),
    reference: reference === 'none' ? null : (categories[0] ?? null),
    other: grouped,
    missing: missing === 'own' && missingCount > 0,
  };
}

function countCategories(table: Table, column: string): { counts: Map<Category, number>; missingCount: number } {
  const read = categoryReader(table.column(column));
  const counts = new Map<Category, number>();
  let missingCount = 0;
  for (let row = 0; row < table.rowCount; row += 1) {
    const category = read(row);
    if (category === undefined) missingCount += 1;
    else counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  return { counts, missingCount };
}

function byFrequency([left, leftCount]: [Category, number], [right, rightCount]: [Category, number]): number {
  return rightCount - leftCount || (left < right ? -1 : 1);
}

function checkOptions({ maxCategories, minShare }: Required<OneHotOptions>): void {
  if (Number.isSafeInteger(maxCategories) && maxCategories > 0 && minShare >= 0 && minShare <= 1) return;
  throw new SluiceError({
    code: 'model.bad-one-hot',
    message: 'the bounds on the categories of a one-hot encoding are no such bounds',
    seen: `maxCategories ${maxCategories}, minShare ${minShare}`,
    allowed: 'maxCategories a whole number from 1, minShare from 0 to 1',
    mend: 'mend the options of fitOneHot',
  });
}
