import { checkFeature } from '../check-feature.ts';
import { BLOCK_ROWS, sumBlock } from './block-sums.ts';
import { CompensatedSums } from './compensated-sums.ts';
import type { Design } from './design.ts';

/** What a linear fit needs to know of any number of rows: the features and, last, the target. */
export interface Moments {
  readonly names: readonly string[];
  readonly rowCount: number;
  /** A value near each column; exact differences to it keep the digits of columns far from 0. */
  readonly shifts: Float64Array;
  /** Of the values less their shifts. */
  readonly means: Float64Array;
  /** Lower triangle, row by row, of the products about the means. */
  readonly products: Float64Array;
  readonly minima: Float64Array;
  readonly maxima: Float64Array;
}

/**
 * Gathers moments block by block in one pass. Each block is summed about its own means, and blocks are joined as Chan,
 * Golub and LeVeque have it ("Updating formulae and a pairwise algorithm for computing sample variances", 1979), so
 * that nothing cancels whatever the columns' offset or order.
 */
export class MomentsBuilder {
  readonly #names: readonly string[];
  readonly #shifts: Float64Array;
  readonly #sums: CompensatedSums;
  readonly #products: CompensatedSums;
  readonly #minima: Float64Array;
  readonly #maxima: Float64Array;
  #scratch: Float64Array[] = [];
  #rowCount = 0;

  /** `shifts`, one for each name, must be those of all builders whose moments are joined. */
  constructor(names: readonly string[], shifts: Float64Array) {
    this.#names = names;
    this.#shifts = shifts;
    this.#sums = new CompensatedSums(names.length);
    this.#products = new CompensatedSums(names.length ** 2);
    this.#minima = new Float64Array(names.length).fill(Number.POSITIVE_INFINITY);
    this.#maxima = new Float64Array(names.length).fill(Number.NEGATIVE_INFINITY);
  }

  /** Adds rows. Throws `model.feature-missing` or `model.not-finite`. */
  add(design: Design): void {
    if (this.#scratch.length !== design.dense.length) {
      this.#scratch = design.dense.map(() => new Float64Array(BLOCK_ROWS));
    }
    for (let from = 0; from < design.rowCount; from += BLOCK_ROWS) {
      const to = Math.min(from + BLOCK_ROWS, design.rowCount);
      const { rowCount, sums, products } = sumBlock(design, this.#shifts, this.#scratch, from, to);
      this.#checkSums(design, sums);
      this.#widen(design, sums, from, to);
      this.#join(rowCount, sums, products);
    }
  }

  /** Adds the rows that other moments are of; their shifts must be the same. */
  join({ rowCount, means, products, minima, maxima }: Moments): void {
    const sums = means.map((mean) => mean * rowCount);
    for (const [j, minimum] of minima.entries()) this.#reach(j, minimum, maxima[j]!);
    this.#join(rowCount, sums, products);
  }

  moments(): Moments {
    const size = this.#names.length;
    return {
      names: this.#names,
      rowCount: this.#rowCount,
      shifts: this.#shifts,
      means: Float64Array.from({ length: size }, (_, j) => this.#sums.at(j) / this.#rowCount),
      products: Float64Array.from({ length: size ** 2 }, (_, index) => this.#products.at(index)),
      minima: this.#minima,
      maxima: this.#maxima,
    };
  }

  #join(rowCount: number, sums: Float64Array, products: Float64Array): void {
    const size = sums.length;
    const weight = (this.#rowCount * rowCount) / (this.#rowCount + rowCount);
    const steps = sums.map((sum, j) => (this.#rowCount === 0 ? 0 : sum / rowCount - this.#sums.at(j) / this.#rowCount));
    for (let i = 0; i < size; i += 1) {
      for (let j = 0; j <= i; j += 1) {
        this.#products.add(i * size + j, products[i * size + j]! + steps[i]! * steps[j]! * weight);
      }
      this.#sums.add(i, sums[i]!);
    }
    this.#rowCount += rowCount;
  }

  /** A value that is not finite shows in its sum; which row it was is looked for only then. */
  #checkSums({ dense, firstRow }: Design, sums: Float64Array): void {
    for (const { place, name, values } of dense)
      if (!Number.isFinite(sums[place])) checkFeature(name, values, firstRow);
  }

  #widen({ dense, groups }: Design, sums: Float64Array, from: number, to: number): void {
    for (const { place, values } of dense) {
      let minimum = values[from]!;
      let maximum = minimum;
      for (let row = from + 1; row < to; row += 1) {
        const value = values[row]!;
        if (value < minimum) minimum = value;
        if (value > maximum) maximum = value;
      }
      this.#reach(place, minimum, maximum);
    }
    for (const place of groups.flatMap((group) => [...group.places])) {
      if (place >= 0) this.#reach(place, sums[place] === to - from ? 1 : 0, sums[place]! > 0 ? 1 : 0);
    }
  }

  #reach(place: number, minimum: number, maximum: number): void {
    if (minimum < this.#minima[place]!) this.#minima[place] = minimum;
    if (maximum > this.#maxima[place]!) this.#maxima[place] = maximum;
  }
}

/** Values of a design's first row, which may be missing there: a place near each column to count from. */
export function shiftsOf({ names, dense }: Design): Float64Array {
  const shifts = new Float64Array(names.length);
  for (const { place, values } of dense) shifts[place] = Number.isFinite(values[0]) ? values[0]! : 0;
  return shifts;
}
