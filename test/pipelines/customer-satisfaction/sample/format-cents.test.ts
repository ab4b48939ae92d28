import { describe, expect, it } from 'vitest';
import { formatCents } from '../../../../pipelines/customer-satisfaction/sample/format-cents.ts';

describe('formatCents', () => {
  it.each([
    [0, '0'],
    [5, '0.05'],
    [2990, '29.9'],
    [1_366_408, '13664.08'],
  ])('writes %d as %s', (cents, text) => {
    expect(formatCents(cents)).toBe(text);
  });
});
