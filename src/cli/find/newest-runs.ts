import type { RecordStore } from '../../tracking/record-store.ts';
import type { RunRecord } from '../../tracking/run-record.ts';
import { everyItem } from '../../tracking/pages/every-item.ts';

/** The newest runs of all pipelines. */
export async function newestRuns({ experiments, runs }: RecordStore, limit: number): Promise<RunRecord[]> {
  const found: RunRecord[] = [];
  for await (const { id } of everyItem((page) => experiments.list(page))) {
    let left = limit;
    for await (const run of everyItem((page) => runs.list(id, page)))
      if (left-- > 0) found.push(run);
      else break;
  }
  return found.toSorted((a, b) => b.startedAtMs - a.startedAtMs).slice(0, limit);
}
