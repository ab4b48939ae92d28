import { describe, expect, it } from 'vitest';
import { centreColumn, standardDeviation } from '../../src/models/centred-column.ts';

describe('centreColumn', () => {
  it('takes the mean away', () => {
    const column = centreColumn(Float64Array.of(1, 2, 6));
    expect(column.centre).toBe(3);
    expect([...column.values]).toEqual([-2, -1, 3]);
    expect(column.squares).toBe(14);
  });

  it('keeps what the mean loses in rounding', () => {
    const column = centreColumn(Float64Array.of(2 ** 53 - 1, 2 ** 53 - 2));
    expect(Math.abs(column.rest)).toBe(0.5);
    expect([...column.values]).toEqual([0.5, -0.5]);
  });

  it('is exactly 0 for equal values', () => {
    expect(centreColumn(new Float64Array(7).fill(0.1)).squares).toBe(0);
  });
});

describe('standardDeviation', () => {
  it('is that of the population', () => {
    expect(standardDeviation(centreColumn(Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9)))).toBe(2);
  });
});
