import type { Design, IndicatorGroup } from './design.ts';

/** Rows summed at a stretch: their columns stay in the cache, and it keeps the rounding of long sums small. */
export const BLOCK_ROWS = 2048;

/** Sums over one block of rows, of values less their shifts. */
export interface BlockSums {
  readonly rowCount: number;
  readonly sums: Float64Array;
  /** Lower triangle, row by row, of the products about the block's own means. */
  readonly products: Float64Array;
}

/** Sums the rows [from, to) of a design; `scratch` holds a block of each dense column. */
export function sumBlock(
  design: Design,
  shifts: Float64Array,
  scratch: readonly Float64Array[],
  from: number,
  to: number,
): BlockSums {
  const size = design.names.length;
  const rowCount = to - from;
  const sums = new Float64Array(size);
  const products = new Float64Array(size * size);
  for (const [j, { place, values }] of design.dense.entries()) {
    sums[place] = centreBlock(values, shifts[place]!, scratch[j]!, from, to);
  }
  addDenseProducts(design, scratch, products, size, rowCount);
  for (const group of design.groups) addGroup(design, group, scratch, { sums, products, size, from, to });
  for (const [i, left] of design.groups.entries()) {
    for (const right of design.groups.slice(0, i)) addCounts(left, right, products, size, from, to);
  }
  centreIndicators(design.groups, sums, products, size, rowCount);
  return { rowCount, sums, products };
}

/** Writes values about their mean in the block; answers their sum less the shifts. */
function centreBlock(values: Float64Array, shift: number, into: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let row = from; row < to; row += 1) {
    const value = values[row]! - shift;
    into[row - from] = value;
    total += value;
  }
  const mean = total / (to - from);
  for (let row = 0; row < to - from; row += 1) into[row]! -= mean;
  return total;
}

function addDenseProducts(
  { dense }: Design,
  scratch: readonly Float64Array[],
  products: Float64Array,
  size: number,
  rowCount: number,
): void {
  for (let i = 0; i < dense.length; i += 2) {
    const pair = Math.min(i + 1, dense.length - 1);
    for (let j = 0; j <= pair; j += 2) {
      const other = Math.min(j + 1, dense.length - 1);
      const tile = innerProducts(scratch[i]!, scratch[pair]!, scratch[j]!, scratch[other]!, rowCount);
      put(products, size, dense[i]!.place, dense[j]!.place, tile[0]);
      put(products, size, dense[i]!.place, dense[other]!.place, tile[1]);
      put(products, size, dense[pair]!.place, dense[j]!.place, tile[2]);
      put(products, size, dense[pair]!.place, dense[other]!.place, tile[3]);
    }
  }
}

/** The four inner products of two columns with two others: a value read serves twice. */
function innerProducts(
  first: Float64Array,
  second: Float64Array,
  third: Float64Array,
  fourth: Float64Array,
  rowCount: number,
): readonly [number, number, number, number] {
  let firstThird = 0;
  let firstFourth = 0;
  let secondThird = 0;
  let secondFourth = 0;
  for (let row = 0; row < rowCount; row += 1) {
    const a = first[row]!;
    const b = second[row]!;
    const c = third[row]!;
    const d = fourth[row]!;
    firstThird += a * c;
    firstFourth += a * d;
    secondThird += b * c;
    secondFourth += b * d;
  }
  return [firstThird, firstFourth, secondThird, secondFourth];
}

interface Span {
  readonly sums: Float64Array;
  readonly products: Float64Array;
  readonly size: number;
  readonly from: number;
  readonly to: number;
}

/** Counts a group's levels and adds the dense values of each: they lie about their mean, and so need no centring. */
function addGroup(
  { dense }: Design,
  { codes, places }: IndicatorGroup,
  scratch: readonly Float64Array[],
  { sums, products, size, from, to }: Span,
): void {
  for (let row = from; row < to; row += 1) {
    const place = places[codes[row]!]!;
    if (place >= 0) sums[place]! += 1;
  }
  const totals = new Float64Array(places.length);
  for (const [j, { place: densePlace }] of dense.entries()) {
    const values = scratch[j]!;
    totals.fill(0);
    for (let row = from; row < to; row += 1) totals[codes[row]!]! += values[row - from]!;
    for (const [level, place] of places.entries()) {
      if (place >= 0) put(products, size, place, densePlace, totals[level]!);
    }
  }
}

/** Counts how often a level of one group meets a level of another. */
function addCounts(
  left: IndicatorGroup,
  right: IndicatorGroup,
  products: Float64Array,
  size: number,
  from: number,
  to: number,
): void {
  for (let row = from; row < to; row += 1) {
    const i = left.places[left.codes[row]!]!;
    const j = right.places[right.codes[row]!]!;
    if (i >= 0 && j >= 0) products[i > j ? i * size + j : j * size + i]! += 1;
  }
}

/** Brings the counts of indicators about their means; two levels of one group never meet. */
function centreIndicators(
  groups: readonly IndicatorGroup[],
  sums: Float64Array,
  products: Float64Array,
  size: number,
  rowCount: number,
): void {
  const places = groups.flatMap((group) => [...group.places]).filter((place) => place >= 0);
  for (const i of places) products[i * size + i] = sums[i]!;
  for (const i of places) {
    for (const j of places) if (j <= i) products[i * size + j]! -= (sums[i]! * sums[j]!) / rowCount;
  }
}

function put(products: Float64Array, size: number, i: number, j: number, value: number): void {
  products[i > j ? i * size + j : j * size + i] = value;
}
