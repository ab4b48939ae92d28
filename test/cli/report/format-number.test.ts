import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../../src/cli/report/format-number.ts';

describe('formatNumber', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [3, '3'],
    [115_609, '115609'],
    [3_000_001, '3000001'],
    [2.5, '2.5'],
    [2.000632759, '2.00063'],
    [-0.00031752, '-0.00031752'],
    [0.0000031, '3.1e-6'],
    [-2.46113e-7, '-2.46113e-7'],
    [1e25, '1e+25'],
    [Number.NaN, 'NaN'],
    [-Infinity, '-Infinity'],
  ])('%d is %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });
});
