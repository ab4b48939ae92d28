import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { untilItsTurn } from '../../../src/stacks/local/until-its-turn.ts';
import { openSqliteRecords } from '../../../src/stacks/local/records/open.ts';
import type { RecordStore } from '../../../src/tracking/record-store.ts';
import { runSample } from '../../conformance/record-store/samples.ts';

const [first, second] = [runSample({ status: 'queued' }), runSample({ status: 'queued' })];
const never = new AbortController().signal;
let records: RecordStore;
beforeEach(async () => {
  records = openSqliteRecords(':memory:');
  for (const run of [first, second]) await records.runs.create(run);
});
afterEach(() => records.close());
const turn = (run = first, signal = never) =>
  untilItsTurn({ manifest: { concurrency: 'queue' }, records, now: () => 1 }, run, signal);

describe('untilItsTurn', () => {
  it('does not wait with a run that may run already', async () => {
    const running = runSample();

    expect(await turn(running)).toBe(running);
  });

  it('waits until the run before it has ended', async () => {
    expect(await turn(first)).toMatchObject({ status: 'running' });

    const waiting = turn(second);
    await records.runs.finish(first.id, { status: 'completed', endedAtMs: 2 });

    expect(await waiting).toMatchObject({ id: second.id, status: 'running' });
  });

  it('ends with a run that is ended while it waits', async () => {
    await turn(first);

    const waiting = turn(second);
    await records.runs.finish(second.id, { status: 'stopped', endedAtMs: 2 });
    await records.runs.finish(first.id, { status: 'completed', endedAtMs: 3 });

    expect(await waiting).toMatchObject({ id: second.id, status: 'stopped' });
  });

  it('throws why it was told to wait no longer', async () => {
    await turn(first);
    const reason = new Error('the user has had enough');

    await expect(turn(second, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});
