import { describe, expect, it } from 'vitest';
import { checkSchedules, readSchedules } from '../../cdk/schedules.ts';
import { satisfaction } from '../pipeline/example.ts';

const expression = 'cron(0 3 * * ? *)';
const badSchedule = (facts: object) =>
  expect.objectContaining({ code: 'deployment.bad-schedule', facts: expect.objectContaining(facts) });

describe('readSchedules', () => {
  it.each([
    { orders: expression },
    { orders: { expression } },
    JSON.stringify({ orders: expression }), // as on the command line
  ])('reads an expression without parameters: %j', (given) => {
    expect(readSchedules(given)).toEqual({ orders: { expression, parameters: {} } });
  });

  it('reads parameters', () => {
    const schedules = { orders: { expression, parameters: { source: 's3://b/k', l2: 1, fast: true } } };
    expect(readSchedules(schedules)).toEqual(schedules);
  });

  it.each([
    '{',
    'null',
    { orders: 3 },
    { orders: { expression, parameters: { l2: [1] } } },
    { orders: { expression, params: {} } },
  ])('refuses %j, and shows it', (given) => {
    const seen = typeof given === 'string' ? given : JSON.stringify(given);
    expect(() => readSchedules(given)).toThrow(badSchedule({ seen }));
  });
});

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
});
