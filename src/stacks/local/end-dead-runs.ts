import { setTimeout } from 'node:timers/promises';
import { finishIfDead } from '../../runs/finish.ts';
import { mayHaveSlept, type Surroundings } from '../../runs/lease.ts';
import type { RecordStore } from '../../tracking/record-store.ts';
import type { RunRecord } from '../../tracking/run-record.ts';
import { RENEW_MS } from './keep-lease.ts';

interface DeadRunOptions {
  readonly pause?: (delayMs: number) => Promise<unknown>;
  /** What becomes of a run that died: it is ended, unless nothing can be written. */
  readonly settle?: typeof finishIfDead;
}

/**
 * Records whose readers never see a run as running that died with its process: whoever reads it first ends it. A
 * process that slept with its machine, or whose clock jumped, is given the time to renew its lease.
 */
export function endDeadRuns(
  records: RecordStore,
  surroundings: Surroundings,
  { pause = setTimeout, settle = finishIfDead }: DeadRunOptions = {},
): RecordStore {
  const { runs } = records;
  const lookAgain = async (run: RunRecord) => {
    await pause(2 * RENEW_MS);
    return (await runs.get(run.id)) ?? run;
  };
  const settled = async (run: RunRecord) =>
    settle(records, mayHaveSlept(run, surroundings) ? await lookAgain(run) : run, surroundings);
  return {
    ...records,
    runs: {
      ...runs,
      async get(id) {
        const run = await runs.get(id);
        return run && settled(run);
      },
      async list(experimentId, request) {
        const page = await runs.list(experimentId, request);
        return { ...page, items: await Promise.all(page.items.map(settled)) };
      },
    },
  };
}
