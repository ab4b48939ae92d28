import { everyItem } from '../../tracking/pages/every-item.ts';
import type { RecordStore } from '../../tracking/record-store.ts';
import type { RunRecord } from '../../tracking/run-record.ts';

const MAX_PAGE_ITEMS = 200;

/** The newest runs of all pipelines. */
export async function newestRuns(records: RecordStore, limit: number): Promise<RunRecord[]> {
  const found: RunRecord[] = [];
  for await (const run of newestFirst(records, Math.min(limit, MAX_PAGE_ITEMS))) {
    found.push(run);
    if (found.length === limit) break;
  }
  return found;
}

/** The runs of all pipelines, newest first; of each pipeline so many are read as are asked for, `pageItems` at a time. */
export async function* newestFirst({ experiments, runs }: RecordStore, pageItems: number): AsyncGenerator<RunRecord> {
  const ids = await Array.fromAsync(
    everyItem((page) => experiments.list(page)),
    ({ id }) => id,
  );
  const pipelines = await Promise.all(ids.map((id) => begin(everyItem((page) => runs.list(id, page), pageItems))));
  for (let newest = newestOf(pipelines); newest?.head; newest = newestOf(pipelines)) {
    yield newest.head;
    newest.head = await nextOf(newest.rest);
  }
}

/** The runs of one pipeline that are still to come; no head when there are none. */
interface Pipeline {
  head: RunRecord | undefined;
  readonly rest: AsyncGenerator<RunRecord>;
}

async function begin(rest: AsyncGenerator<RunRecord>): Promise<Pipeline> {
  return { head: await nextOf(rest), rest };
}

async function nextOf(runs: AsyncGenerator<RunRecord>): Promise<RunRecord | undefined> {
  const { value, done } = await runs.next();
  return done ? undefined : value;
}

function newestOf(pipelines: readonly Pipeline[]): Pipeline | undefined {
  const startOf = ({ head }: Pipeline) => head?.startedAtMs ?? -Infinity;
  return pipelines.toSorted((one, other) => startOf(other) - startOf(one))[0];
}
