import { expect, it } from 'vitest';
import { forwardClock } from '../../../src/stacks/local/forward-clock.ts';

it('goes on with the clock of the system, and stands still while that is set back', () => {
  const times = [1_000, 1_001, 500, 900, 1_001, 1_002];
  const now = forwardClock(() => times.shift()!);

  expect(Array.from({ length: 6 }, now)).toEqual([1_000, 1_001, 1_001, 1_001, 1_001, 1_002]);
});
