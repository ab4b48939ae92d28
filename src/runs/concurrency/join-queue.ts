import { isUnderWay } from '../../tracking/rules/under-way.ts';
import type { RecordStore } from '../../tracking/record-store.ts';
import type { RunRecord } from '../../tracking/run-record.ts';

/**
 * Puts a run at the end of its pipeline's queue unless it is in it, and leaves out of the queue what has ended.
 * Answers the runs under way ahead of it, first come first. With `onlyFirst` a run that would have to wait stays out.
 */
export async function joinQueue(
  records: Pick<RecordStore, 'queues' | 'runs'>,
  { id, pipeline }: RunRecord,
  { onlyFirst = false } = {},
): Promise<readonly RunRecord[]> {
  for (;;) {
    const { sequence, runs } = await records.queues.get(pipeline);
    const place = runs.indexOf(id);
    const ahead = await underWay(records, place === -1 ? runs : runs.slice(0, place));
    if (place !== -1 || (onlyFirst && ahead.length > 0)) return ahead;
    const joined = { sequence: sequence + 1, runs: [...ahead.map((run) => run.id), id] };
    // Refused when the queue moved on meanwhile: whoever came first is ahead at the next look.
    if (await records.queues.replace(pipeline, joined)) return ahead;
  }
}

/** A run that died is ended by the records' reader, so that it holds up nobody. */
async function underWay({ runs }: Pick<RecordStore, 'runs'>, ids: readonly string[]): Promise<RunRecord[]> {
  const found = await Promise.all(ids.map((id) => runs.get(id)));
  return found.filter((run) => run !== undefined).filter(isUnderWay);
}
