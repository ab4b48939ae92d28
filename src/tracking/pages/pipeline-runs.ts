import { everyItem } from './every-item.ts';
import type { RecordStore } from '../record-store.ts';
import type { RunRecord } from '../run-record.ts';

/** The runs of a pipeline, or of all pipelines, newest first within each. */
export async function* pipelineRuns({ experiments, runs }: RecordStore, pipeline?: string): AsyncGenerator<RunRecord> {
  for await (const { id, name } of everyItem((page) => experiments.list(page))) {
    if (pipeline === undefined || name === pipeline) yield* everyItem((page) => runs.list(id, page));
  }
}
