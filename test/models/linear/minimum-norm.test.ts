import * as fc from 'fast-check';
import { assert, describe, expect, it } from 'vitest';
import { centreColumn } from '../../../src/models/centred-column.ts';
import { minimumNorm } from '../../../src/models/linear/minimum-norm.ts';
import { TriangleBuilder } from '../../../src/models/linear/triangle.ts';
import { designOfColumns, momentsOfDesign } from './design-of-columns.ts';

const centred = (values: readonly number[]) => centreColumn(Float64Array.from(values)).values;
const close = (left: number, right: number) => Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(right));

/** Rows of three small integers with a target; the columns vary. */
const rows = fc
  .array(fc.tuple(...Array.from({ length: 4 }, () => fc.integer({ min: -20, max: 20 }))), {
    minLength: 6,
    maxLength: 30,
  })
  .filter((all) => [0, 1, 2].every((column) => new Set(all.map((row) => row[column])).size > 1));

function residualProducts(columns: readonly Float64Array[], target: Float64Array, slopes: readonly number[]): number[] {
  const residuals = target.map((value, row) => value - columns.reduce((sum, x, j) => sum + slopes[j]! * x[row]!, 0));
  return columns.map((values) => values.reduce((sum, value, row) => sum + value * residuals[row]!, 0));
}

function solve(columns: readonly (readonly number[])[], target: readonly number[], l2 = 0) {
  const design = designOfColumns(columns, target);
  const triangle = new TriangleBuilder(momentsOfDesign(design), l2);
  triangle.add(design);
  return minimumNorm({ ...triangle.finish(l2), units: triangle.units, rowCount: target.length, l2 });
}

describe('minimumNorm', () => {
  it('is the same for rows that come in many blocks', () => {
    const x = Array.from({ length: 5000 }, (_, row) => (row * 37) % 101);
    const target = x.map((value, row) => 2 * value + (row % 5));
    const solution = solve([x, x.map((value) => 3 * value + 1)], target);
    expect(solution).toMatchObject({ rank: 1, dependent: [true, true] });
    expect(solution.coefficients[1]! / solution.coefficients[0]!).toBeCloseTo(3, 10);
  });

  it('shares an effect between equal columns', () => {
    const x = [1, 2, 3, 5];
    const solution = solve([x, x], [2, 4, 6, 10]);
    expect(solution).toMatchObject({ solver: 'minimum-norm', rank: 1, dependent: [true, true] });
    for (const coefficient of solution.coefficients) expect(coefficient).toBeCloseTo(1, 13);
  });

  it('names only the columns that depend on each other', () => {
    const a = [1, 2, 3, 5, 9];
    const b = [4, 0, 1, 1, 2];
    const solution = solve([a, b, a.map((value) => 7 - 3 * value)], b);
    expect(solution).toMatchObject({ rank: 2, dependent: [true, false, true] });
  });

  it('has the least norm in the units of the columns, however different these are', () => {
    const x = [1, 2, 4, 3, 8];
    const { coefficients } = solve([x, x.map((value) => 1000 * value)], x);
    expect(coefficients[0]).toBeCloseTo(1 / 1_000_001, 15);
    expect(coefficients[1]).toBeCloseTo(1000 / 1_000_001, 12);
  });

  it('leaves residuals that no column explains, under a penalty its share of them', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(0, 0.5, 30), (all, l2) => {
        const columns = [0, 1, 2].map((column) => all.map((row) => row[column]!));
        const target = all.map((row) => row[3]!);
        const { coefficients } = solve(columns, target, l2);
        const products = residualProducts(columns.map(centred), centred(target), coefficients);
        assert(products.every((product, j) => close(product, l2 * coefficients[j]!)));
      }),
    );
  });
});
