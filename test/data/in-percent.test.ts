import { describe, expect, it } from 'vitest';
import { inPercent } from '../../src/data/in-percent.ts';

describe('inPercent', () => {
  it.each([
    [0.07, '7 %'],
    [0, '0 %'],
    [1, '100 %'],
    [0.0005, '0.05 %'],
    [1 / 3, '33.3333333333 %'],
  ])('writes %d as %s', (share, text) => {
    expect(inPercent(share)).toBe(text);
  });
});
