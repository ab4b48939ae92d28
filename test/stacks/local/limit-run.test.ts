import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { limitRun } from '../../../src/stacks/local/limit-run.ts';

const WEEK_MS = 7 * 86_400_000;
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('limitRun', () => {
  it('stops a run when its time is over, for a reason that it knows again', () => {
    const stop = new AbortController();
    const limit = limitRun(50, stop);

    vi.advanceTimersByTime(49);
    expect(stop.signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);

    expect(limit.isReason(stop.signal.reason)).toBe(true);
    expect(limit.isReason(new Error('another'))).toBe(false);
  });

  it('lets a run be that has ended', () => {
    const stop = new AbortController();
    limitRun(50, stop).release();

    vi.advanceTimersByTime(100);

    expect(stop.signal.aborted).toBe(false);
  });

  it('sees afterwards that work took too long that left the timer no time', () => {
    const limit = limitRun(50, new AbortController());
    expect(limit.check).not.toThrow();

    vi.advanceTimersByTime(51);

    expect(limit.check).toThrow('longer than its pipeline allows');
  });

  it('takes a limit that is longer than a timer can wait', () => {
    const stop = new AbortController();
    const limit = limitRun(52 * WEEK_MS, stop);

    vi.advanceTimersByTime(52 * WEEK_MS - 1);
    expect(stop.signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);

    expect(limit.isReason(stop.signal.reason)).toBe(true);
  });
});
