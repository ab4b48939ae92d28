import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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
    const stop = new AbortController();
    const broken = new Error('the disk is full');
    const failing = { ...records, runs: { ...records.runs, renewLease: () => Promise.reject(broken) } };
    const release = keepLease(failing, run.id, () => 5, stop);

    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    release();

    expect(stop.signal.reason).toBe(broken);
  });
});
