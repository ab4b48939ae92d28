import { POISSON_PAIRS, WEIGHTS } from './poisson-pairs.ts';
import { randomIntegers } from './random.ts';

/** How often and from which seed rows are drawn again. */
export interface Resampling {
  readonly seed: number;
  /** 1,000 unless said. */
  readonly resamples?: number;
}

/** Sums over drawn rows, one for each resample; meant to be divided by each other. */
export interface ResampledSums {
  /** How many rows were drawn. */
  readonly counts: Float64Array;
  /** In the order of the columns. */
  readonly sums: readonly Float64Array[];
}

/** More rows than these are drawn in so many groups. */
const MAX_GROUPS = 2048;

/**
 * Sums of columns over rows drawn with replacement, many times over: a Poisson bootstrap, in which each row comes as
 * often as a Poisson variable of mean 1 says (Hanley and MacGibbon, "Creating non-parametric bootstrap samples using
 * Poisson frequencies", 2006). Many rows are drawn in random groups, whose sums vary as their rows do (Wolter,
 * "Introduction to Variance Estimation", chapter 2): the width of an interval is then known to 1/√(2 · 2048), 1.6 %,
 * which is less than 1,000 resamples leave open.
 */
export function resampleSums(columns: readonly Float64Array[], { seed, resamples = 1000 }: Resampling): ResampledSums {
  const next = randomIntegers(seed);
  const groups = inGroups(columns, next);
  const totals = groups.map(() => new Float64Array(resamples));
  const drawn = new Uint8Array(resamples);
  const table = new Float64Array(WEIGHTS ** 2);
  const groupCount = groups[0]!.length;
  for (let group = 0; group < groupCount; group += 2) {
    drawPairs(drawn, next);
    for (const [j, values] of groups.entries()) {
      fillTable(table, values[group]!, group + 1 < groupCount ? values[group + 1]! : 0);
      addDrawn(totals[j]!, table, drawn);
    }
  }
  const [counts, ...sums] = totals;
  return { counts: counts!, sums };
}

/** How many rows each group has, then the columns summed by group. */
function inGroups(columns: readonly Float64Array[], next: () => number): Float64Array[] {
  const rowCount = columns[0]?.length ?? 0;
  if (rowCount <= MAX_GROUPS) return [new Float64Array(rowCount).fill(1), ...columns];
  const groupOf = Uint16Array.from({ length: rowCount }, () => next() % MAX_GROUPS);
  return [undefined, ...columns].map((values) => {
    const sums = new Float64Array(MAX_GROUPS);
    for (let row = 0; row < rowCount; row += 1) sums[groupOf[row]!]! += values === undefined ? 1 : values[row]!;
    return sums;
  });
}

/** Weights of two groups for each resample; one number serves two resamples. */
function drawPairs(drawn: Uint8Array, next: () => number): void {
  for (let at = 0; at < drawn.length; at += 2) {
    const bits = next();
    drawn[at] = POISSON_PAIRS[bits & 0xffff]!;
    drawn[at + 1] = POISSON_PAIRS[bits >>> 16]!;
  }
}

/** What two groups add, for any weights of theirs. */
function fillTable(table: Float64Array, first: number, second: number): void {
  for (let pair = 0; pair < table.length; pair += 1) {
    table[pair] = Math.floor(pair / WEIGHTS) * first + (pair % WEIGHTS) * second;
  }
}

function addDrawn(totals: Float64Array, table: Float64Array, drawn: Uint8Array): void {
  for (let at = 0; at < totals.length; at += 1) totals[at]! += table[drawn[at]!]!;
}
