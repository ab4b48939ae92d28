import { indexShare, keyShare } from '../../data/key-share.ts';
import { rowsWhere } from '../../data/select-rows.ts';
import type { Table } from '../../data/table.ts';
import { columnMissing } from '../numeric-column.ts';
import { categoryReader } from '../transforms/one-hot.ts';
import { checkDesign, selectDesign, type Design } from './design.ts';
import { MomentsBuilder, shiftsOf, type Moments } from './moments.ts';
import { DEFAULT_FOLDS, type Penalty } from './penalty.ts';
import { designRows, type Plan } from './training.ts';

/** How rows are parted for cross-validation. */
interface Folds {
  readonly count: number;
  readonly seed: number;
  readonly key?: string;
}

/** Moments of rows, fold by fold: one pass over the rows serves every fit of a cross-validation. */
export class FoldMoments {
  readonly #plan: Plan;
  readonly #folds: Folds;
  readonly #builders = new Map<number, MomentsBuilder>();
  #shifts: Float64Array | undefined;
  #rowCount = 0;

  constructor(plan: Plan, penalty: Penalty) {
    this.#plan = plan;
    this.#folds = 'l2' in penalty ? { count: 1, seed: 0 } : { count: DEFAULT_FOLDS, ...foldsOf(penalty) };
  }

  /** Adds rows; throws as `designRows`, and `model.column-missing` for the key. */
  add(table: Table): void {
    const design = designRows(this.#plan, table, this.#rowCount);
    this.#rowCount += table.rowCount;
    if (this.#folds.count === 1) return this.#addTo(0, design);
    checkDesign(design);
    for (const [fold, rows] of this.#part(table, design.firstRow).entries()) {
      this.#addTo(fold, selectDesign(design, rows));
    }
  }

  /** Moments of each fold that has rows. */
  moments(): Moments[] {
    return [...this.#builders.values()].map((builder) => builder.moments());
  }

  #addTo(fold: number, design: Design): void {
    if (design.rowCount === 0) return;
    this.#shifts ??= shiftsOf(design);
    const builder = this.#builders.get(fold) ?? new MomentsBuilder(design.names, this.#shifts);
    this.#builders.set(fold, builder);
    builder.add(design);
  }

  /** Rows of each fold. */
  #part(table: Table, firstRow: number): Uint32Array[] {
    const share = shareOf(table, this.#folds, firstRow);
    const folds = Uint32Array.from({ length: table.rowCount }, (_, row) => Math.floor(share(row) * this.#folds.count));
    return Array.from({ length: this.#folds.count }, (_, fold) =>
      rowsWhere(folds.length, (row) => folds[row] === fold),
    );
  }
}

/** The moments of all rows that these, at least one, are of together. */
export function joined(all: readonly Moments[]): Moments {
  const [first] = all;
  if (all.length === 1) return first!;
  const builder = new MomentsBuilder(first!.names, first!.shifts);
  for (const moments of all) builder.join(moments);
  return builder.moments();
}

function foldsOf({
  search: { folds, seed, key },
}: Exclude<Penalty, { readonly l2: number }>): Partial<Folds> & { seed: number } {
  return { seed, ...(folds === undefined ? {} : { count: folds }), ...(key === undefined ? {} : { key }) };
}

/** Where a row falls between 0 and 1: not where a split by the same key and seed has it, or folds would be lopsided. */
function shareOf(table: Table, { key, seed }: Folds, firstRow: number): (row: number) => number {
  if (key === undefined) return (row) => indexShare(firstRow + row, seed);
  if (!Object.hasOwn(table.columns, key)) throw columnMissing(table, key);
  const categoryAt = categoryReader(table.column(key));
  return (row) => keyShare(`fold ${categoryAt(row) ?? ''}`, seed);
}
