import { describe, expect, it } from 'vitest';
import { checkSchedule } from '../../../src/pipeline/schedule/check-schedule.ts';

const NOW_MS = Date.UTC(2026, 10, 23);

describe('checkSchedule', () => {
  it('answers a schedule that will start runs', () => {
    expect(checkSchedule('rate(1 day)', NOW_MS)).toEqual({ kind: 'rate', everyMs: 86_400_000 });
  });

  it.each(['cron(0 3 31 2,4 ? *)', 'cron(0 3 * * ? 2020-2025)'])('refuses %s, which never starts one', (text) => {
    expect(() => checkSchedule(text, NOW_MS)).toThrow(
      expect.objectContaining({ code: 'schedule.never', facts: expect.objectContaining({ seen: text }) }),
    );
  });
});
