import { expect, it } from 'vitest';
import { formatDollars } from '../../../src/cli/plan/format-dollars.ts';

it.each([
  [0, '$0.00'],
  [0.000_000_123_4, '$0.00000012'],
  [0.002_96, '$0.0030'],
  [0.0912, '$0.091'],
  [0.999, '$1.00'],
  [3.366, '$3.37'],
  [1_234.5, '$1234.50'],
])('formatDollars says %d as %s', (amount, text) => {
  expect(formatDollars(amount)).toBe(text);
});
