import { expect, it } from 'vitest';
import { schedulesOf } from '../../../src/cli/schedule/schedules-of.ts';
import type { Schedules } from '../../../src/stacks/schedules.ts';

it('finds the schedules of a stack, and says of one that has none what to do instead', () => {
  const schedules = {} as Schedules; // only handed on

  expect(schedulesOf({ name: 'aws', schedules })).toBe(schedules);
  expect(() => schedulesOf({ name: 'local' })).toThrow(
    expect.objectContaining({
      code: 'schedule.none-here',
      facts: expect.objectContaining({ seen: 'stack local', mend: expect.stringContaining('--stack') }),
    }),
  );
});
