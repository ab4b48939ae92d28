import { finishIfDead } from '../../runs/finish.ts';
import type { Surroundings } from '../../runs/lease.ts';
import type { RecordStore } from '../../tracking/record-store.ts';
import type { RunRecord } from '../../tracking/run-record.ts';

/** Records whose readers never see a run as running that died with its process: whoever reads it first ends it. */
export function endDeadRuns(records: RecordStore, surroundings: Surroundings): RecordStore {
  const { runs } = records;
  const settled = (run: RunRecord) => finishIfDead(records, run, surroundings);
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
