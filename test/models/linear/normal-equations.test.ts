import { describe, expect, it } from 'vitest';
import { normalEquations, varyingPlaces, wellConditioned } from '../../../src/models/linear/normal-equations.ts';
import { designOfColumns, momentsOfDesign } from './design-of-columns.ts';

const sequence = (length: number, at: (row: number) => number) => Array.from({ length }, (_, row) => at(row));

function equationsOf(columns: readonly (readonly number[])[], target: readonly number[], l2 = 0) {
  const moments = momentsOfDesign(designOfColumns(columns, target));
  return normalEquations(moments, varyingPlaces(moments), l2);
}

describe('normalEquations', () => {
  it('has correlations beside its diagonal, over more rows than one block', () => {
    const x = sequence(3000, (row) => row);
    const opposite = sequence(3000, (row) => -row);
    const { matrix, right, units } = equationsOf([x, opposite], x);
    expect(matrix.get(0, 0)).toBe(1);
    expect(matrix.get(0, 1)).toBeCloseTo(-1, 13);
    expect(matrix.get(1, 0)).toBe(matrix.get(0, 1));
    expect(right.get(0, 0) / units[0]!).toBeCloseTo(1, 13);
  });

  it('adds the penalty to the squares', () => {
    const { units } = equationsOf([[-1, 1]], [0, 1], 2);
    expect(units[0]).toBe(2);
  });
});

describe('varyingPlaces', () => {
  it('passes over columns of one value, the target too', () => {
    const constant = [0.1, 0.1, 0.1];
    expect(varyingPlaces(momentsOfDesign(designOfColumns([[1, 2, 3], constant, [2, 2, 1]], constant)))).toEqual([0, 2]);
  });

  it('refuses columns whose squares run over', () => {
    const moments = momentsOfDesign(designOfColumns([[-1e200, 1e200]], [0, 1]));
    expect(() => varyingPlaces(moments)).toThrow(expect.objectContaining({ code: 'model.not-finite' }));
  });
});

describe('wellConditioned', () => {
  const x = sequence(50, (row) => (row * 17) % 23);
  const other = sequence(50, (row) => (row * 29) % 31);

  it('trusts columns that differ, whatever their units', () => {
    const small = sequence(50, (row) => ((row * 29) % 31) * 1e-12);
    expect(wellConditioned(equationsOf([x, other], x))).toBe(true);
    expect(wellConditioned(equationsOf([x, small], x))).toBe(true);
  });

  it('does not trust equal or nearly equal columns, unless a penalty tells them apart', () => {
    const near = sequence(50, (row) => ((row * 17) % 23) + 1e-6 * (row % 7));
    expect(wellConditioned(equationsOf([x, x], other))).toBe(false);
    expect(wellConditioned(equationsOf([x, near], other))).toBe(false);
    expect(wellConditioned(equationsOf([x, x], other, 10))).toBe(true);
  });
});
