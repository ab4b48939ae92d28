import { describe, expect, it } from 'vitest';
import { centreColumn } from '../../../src/models/centred-column.ts';
import { normalEquations, wellConditioned } from '../../../src/models/linear/normal-equations.ts';

const centred = (values: Iterable<number>) => centreColumn(Float64Array.from(values));
const sequence = (length: number, at: (row: number) => number) => centred(Array.from({ length }, (_, row) => at(row)));

describe('normalEquations', () => {
  it('has correlations beside its diagonal, over more rows than one block', () => {
    const x = sequence(3000, (row) => row);
    const opposite = sequence(3000, (row) => -row);
    const { matrix, right, units } = normalEquations([x, opposite], x, 0);
    expect(matrix.get(0, 0)).toBe(1);
    expect(matrix.get(0, 1)).toBeCloseTo(-1, 13);
    expect(matrix.get(1, 0)).toBe(matrix.get(0, 1));
    expect(right.get(0, 0) / units[0]!).toBeCloseTo(1, 13);
  });

  it('adds the penalty to the squares', () => {
    const { units } = normalEquations([centred([-1, 1])], centred([0, 1]), 2);
    expect(units[0]).toBe(2);
  });
});

describe('wellConditioned', () => {
  const x = sequence(50, (row) => (row * 17) % 23);
  const other = sequence(50, (row) => (row * 29) % 31);

  it('trusts columns that differ, whatever their units', () => {
    const small = sequence(50, (row) => ((row * 29) % 31) * 1e-12);
    expect(wellConditioned(normalEquations([x, other], x, 0))).toBe(true);
    expect(wellConditioned(normalEquations([x, small], x, 0))).toBe(true);
  });

  it('does not trust equal or nearly equal columns, unless a penalty tells them apart', () => {
    const near = sequence(50, (row) => ((row * 17) % 23) + 1e-6 * (row % 7));
    expect(wellConditioned(normalEquations([x, x], other, 0))).toBe(false);
    expect(wellConditioned(normalEquations([x, near], other, 0))).toBe(false);
    expect(wellConditioned(normalEquations([x, x], other, 10))).toBe(true);
  });
});
