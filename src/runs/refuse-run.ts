import { toErrorDocument } from '../errors/error-document.ts';
import type { RunRecord } from '../tracking/run-record.ts';
import { finishRun } from './finish.ts';
import { recordRun, type Recorder } from './record-run.ts';
import type { StartRequest } from './start.ts';

/** Records a run that failed before it began, so that nobody who waits for it is left without a word. */
export async function refuseRun(recorder: Recorder, request: StartRequest, thrown: unknown): Promise<RunRecord> {
  const { id } = await recordRun(recorder, request, request.parameters);
  const error = toErrorDocument(thrown);
  return finishRun(recorder.records, id, { status: 'failed', endedAtMs: recorder.now(), error });
}
