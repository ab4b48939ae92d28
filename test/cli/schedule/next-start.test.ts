import { expect, it } from 'vitest';
import { nextStartMs } from '../../../src/cli/schedule/next-start.ts';

const NOON = Date.UTC(2026, 4, 3, 12);
const daily = { pipeline: 'rents', expression: 'cron(0 3 * * ? *)', enabled: true };

it('knows when a cron schedule next starts a run, and of no time for one that is off', () => {
  expect(nextStartMs(daily, NOON)).toBe(Date.UTC(2026, 4, 4, 3));
  expect(nextStartMs({ ...daily, enabled: false }, NOON)).toBeUndefined();
});

it('does not guess when a rate began to count', () => {
  expect(nextStartMs({ ...daily, expression: 'rate(1 hour)' }, NOON)).toBeUndefined();
});

it.each(['cron(0 3 LW * ? *)', 'at(2099-01-01T00:00:00)', ''])(
  'knows no time of %j, which a rule may have',
  (expression) => {
    expect(nextStartMs({ ...daily, expression }, NOON)).toBeUndefined();
  },
);
