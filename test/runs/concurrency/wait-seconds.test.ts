import { describe, expect, it } from 'vitest';
import { waitSeconds } from '../../../src/runs/concurrency/wait-seconds.ts';

describe('waitSeconds', () => {
  it.each([
    [-5_000, 2],
    [0, 2],
    [60_000, 6],
    [3_600_000, 300],
    [86_400_000, 300],
  ])('after %d ms is %d', (waitedMs, seconds) => {
    expect(waitSeconds(waitedMs)).toBe(seconds);
  });

  it('makes few enough looks for the events of one execution, also in a week', () => {
    let looks = 0;
    for (let waitedMs = 0; waitedMs < 7 * 86_400_000; waitedMs += waitSeconds(waitedMs) * 1_000) looks++;

    expect(looks * 9).toBeLessThan(25_000);
  });
});
