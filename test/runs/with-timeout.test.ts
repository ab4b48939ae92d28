import { describe, expect, it } from 'vitest';
import { withTimeout } from '../../src/runs/with-timeout.ts';

const never = () => new Promise<never>(() => {});

describe('withTimeout', () => {
  it('answers what the work answers', async () => {
    expect(await withTimeout(1_000, undefined, () => 7)).toBe(7);
  });

  it('throws step.timed-out, which may be retried, and aborts the work', async () => {
    let seen: AbortSignal | undefined;
    const late = withTimeout(1, undefined, (signal) => {
      seen = signal;
      return never();
    });

    await expect(late).rejects.toMatchObject({ code: 'step.timed-out', transient: true });
    expect(seen!.aborted).toBe(true);
  });

  it('throws the reason when the run is stopped', async () => {
    const run = new AbortController();
    const stopped = withTimeout(60_000, run.signal, never);

    run.abort(new Error('the run ended'));

    await expect(stopped).rejects.toThrow('the run ended');
  });

  it('judges work that never yielded once it has ended', async () => {
    const blocking = () => {
      const end = performance.now() + 5;
      while (performance.now() < end);
      return 'late';
    };

    await expect(withTimeout(1, undefined, blocking)).rejects.toMatchObject({ code: 'step.timed-out' });
  });

  it('does not begin when the run has ended already', async () => {
    let begun = false;
    const stopped = withTimeout(60_000, AbortSignal.abort(new Error('the run ended')), () => {
      begun = true;
    });

    await expect(stopped).rejects.toThrow('the run ended');
    expect(begun).toBe(false);
  });
});
