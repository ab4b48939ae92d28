import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SluiceError } from '../../../src/errors/sluice-error.ts';
import { LEASE_MS } from '../../../src/runs/lease.ts';
import { keepLease } from '../../../src/stacks/local/keep-lease.ts';
import { openSqliteRecords } from '../../../src/stacks/local/records/open.ts';
import type { RecordStore } from '../../../src/tracking/record-store.ts';
import { runSample } from '../../conformance/record-store/samples.ts';

const MINUTE_MS = 60_000;
const run = runSample();
let records: RecordStore;
beforeEach(async () => {
  vi.useFakeTimers();
  records = openSqliteRecords(':memory:');
  await records.runs.create(run);
});
afterEach(async () => {
  vi.useRealTimers();
  await records.close();
});
const leaseUntilMs = async () => (await records.runs.get(run.id))!.leaseUntilMs;

describe('keepLease', () => {
  it('renews the lease of a run until it is let go', async () => {
    const stop = new AbortController();
    const release = keepLease(records, run.id, () => 5, stop);

    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    expect(await leaseUntilMs()).toBe(5 + LEASE_MS);

    release();
    await records.runs.renewLease(run.id, 7);
    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    expect(await leaseUntilMs()).toBe(7);
    expect(stop.signal.aborted).toBe(false);
  });

  it('stops a run that was ended from elsewhere', async () => {
    const stop = new AbortController();
    const release = keepLease(records, run.id, () => 5, stop);
    await records.runs.finish(run.id, { status: 'stopped', endedAtMs: 6 });

    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    release();

    expect(stop.signal.reason).toMatchObject({ message: 'the run was ended from elsewhere' });
  });

  it('stops a run whose lease cannot be renewed, for that reason', async () => {
    const { stop, release } = keepFailing(new SluiceError({ ...fault, retry: 'permanent' }));

    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    release();

    expect(stop.signal.reason).toMatchObject({ code: 'records.unusable' });
  });

  it('goes on through a fault that may pass, until the lease is over', async () => {
    let nowMs = 5;
    const { stop, release } = keepFailing(new SluiceError({ ...fault, retry: 'transient' }), () => nowMs);

    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    expect(stop.signal.aborted).toBe(false);

    nowMs += LEASE_MS;
    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    release();
    expect(stop.signal.reason).toMatchObject({ code: 'records.unusable' });
  });

  it('waits for the answer to a renewal before it asks for the next', async () => {
    let asked = 0;
    const unanswered = () => {
      asked += 1;
      return new Promise<boolean>(() => {});
    };
    const silent = { ...records, runs: { ...records.runs, renewLease: unanswered } };
    const release = keepLease(silent, run.id, () => 5, new AbortController());

    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    release();

    expect(asked).toBe(1);
  });
});

const fault = { code: 'records.unusable', message: 'the disk does not answer', mend: 'look at it' } as const;

function keepFailing(thrown: SluiceError, now: () => number = () => 5) {
  const stop = new AbortController();
  const failing = { ...records, runs: { ...records.runs, renewLease: () => Promise.reject(thrown) } };
  return { stop, release: keepLease(failing, run.id, now, stop) };
}
