import { describe, expect, it } from 'vitest';
import { frequencyOf } from '../../../src/cli/plan/frequency.ts';

const NOW_MS = Date.UTC(2026, 10, 23, 12);

describe('frequencyOf', () => {
  it('counts the runs of the year to come, and says the next times in UTC', () => {
    expect(frequencyOf('cron(0 3 1 * ? *)', NOW_MS)).toEqual({
      runsPerMonth: 1,
      schedule: {
        expression: 'cron(0 3 1 * ? *)',
        next: ['2026-12-01T03:00Z', '2027-01-01T03:00Z', '2027-02-01T03:00Z'],
      },
    });
  });

  it('takes a rate as if it were deployed now', () => {
    const { runsPerMonth, schedule } = frequencyOf('rate(1 day)', NOW_MS);
    expect(runsPerMonth).toBeCloseTo(365 / 12);
    expect(schedule!.next[0]).toBe('2026-11-24T12:00Z');
  });
});
