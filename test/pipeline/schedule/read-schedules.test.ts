import { describe, expect, it } from 'vitest';
import { readSchedules } from '../../../src/pipeline/schedule/read-schedules.ts';

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

  it('reads parameters, and whether it is on', () => {
    const schedules = { orders: { expression, parameters: { source: 's3://b/k', l2: 1, fast: true }, enabled: false } };
    expect(readSchedules(schedules)).toEqual(schedules);
  });

  it.each([
    '{',
    'null',
    '["cron(0 3 * * ? *)"]',
    { orders: 3 },
    { orders: { expression, parameters: { l2: [1] } } },
    { orders: { expression, params: {} } },
  ])('refuses %j, and shows it', (given) => {
    const seen = typeof given === 'string' ? given : JSON.stringify(given);
    expect(() => readSchedules(given)).toThrow(badSchedule({ seen }));
  });
});
