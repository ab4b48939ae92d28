import { describe, expect, it } from 'vitest';
import { checkSchedules } from '../../cdk/check-schedules.ts';
import { satisfaction } from '../pipeline/example.ts';

const expression = 'cron(0 3 * * ? *)';
const badSchedule = (facts: object) =>
  expect.objectContaining({ code: 'deployment.bad-schedule', facts: expect.objectContaining(facts) });

describe('checkSchedules', () => {
  const check = (name: string, parameters: Readonly<Record<string, string | number>>) =>
    checkSchedules({ [name]: { expression, parameters } }, [satisfaction], Date.UTC(2026, 0));

  it('takes a schedule whose runs can begin', () => {
    expect(check('satisfaction', { source: 's3://b/k' })).toBeUndefined();
  });

  it('says which pipeline may have been meant', () => {
    expect(() => check('satisfacton', {})).toThrow(
      badSchedule({ seen: 'satisfacton', mend: 'did you mean satisfaction?' }),
    );
  });

  it.each([
    [{}, 'satisfaction: parameter source has no value'],
    [{ source: 's3://b/k', maxMse: 'low' }, 'satisfaction: parameter maxMse has a value that is not allowed: "low"'],
  ])('refuses one whose runs would all be refused: %j', (parameters, seen) => {
    expect(() => check('satisfaction', parameters)).toThrow(badSchedule({ seen }));
  });

  it.each([
    ['every night', 'schedule.bad-expression', 'satisfaction: every night'],
    ['cron(0 24 * * ? *)', 'schedule.bad-field', 'satisfaction: hours: 24'],
    ['cron(0 3 * * ? 2025)', 'schedule.never', 'satisfaction: cron(0 3 * * ? 2025)'],
  ])('refuses %s, and says of which pipeline', (wrong, code, seen) => {
    const schedules = { satisfaction: { expression: wrong, parameters: { source: 's3://b/k' } } };
    expect(() => checkSchedules(schedules, [satisfaction], Date.UTC(2026, 0))).toThrow(
      expect.objectContaining({ code, facts: expect.objectContaining({ seen }) }),
    );
  });

  it('tells everything that is wrong with them, at once', () => {
    const schedules = {
      satisfaction: { expression: 'rate(1 days)', parameters: {} },
      other: { expression, parameters: {} },
    };
    expect(() => checkSchedules(schedules, [satisfaction], Date.UTC(2026, 0))).toThrow(
      expect.objectContaining({
        errors: ['schedule.bad-rate', 'deployment.bad-schedule', 'deployment.bad-schedule'].map((code) =>
          expect.objectContaining({ code }),
        ),
      }),
    );
  });
});
