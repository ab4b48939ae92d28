import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manifestOf } from '../../src/pipeline/manifest.ts';
import type { Pipeline } from '../../src/pipeline/pipeline.ts';
import { executeStep } from '../../src/runs/execute-step.ts';
import { startRun, type StartRequest } from '../../src/runs/start.ts';
import type { Worker } from '../../src/runs/worker.ts';
import { openFileArtifacts } from '../../src/stacks/local/file-artifacts.ts';
import { openSqliteRecords } from '../../src/stacks/local/records/open.ts';

const noFiles = (): never => {
  throw new Error('these pipelines take no files');
};

/** A worker over records in memory and artifacts in a folder; its clock goes on by 1 ms a look. */
export async function stepWorld(pipeline: Pipeline) {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  const records = openSqliteRecords(':memory:');
  let nowMs = 1_000;
  const now = () => nowMs++;
  const manifest = manifestOf(
    pipeline,
    Object.fromEntries([...pipeline.steps].map(([name, { version }]) => [name, `version ${version}`])),
  );
  const worker: Worker = {
    manifest,
    steps: pipeline.steps,
    records,
    artifacts: openFileArtifacts(folder),
    openFile: noFiles,
    readVariable: async () => undefined,
    now,
  };
  return {
    worker,
    records,
    artifacts: worker.artifacts,
    start: (request: Partial<StartRequest> = {}) =>
      startRun(
        { manifest, stack: 'local', records, placeFile: noFiles, now },
        { parameters: {}, useCache: true, trigger: { kind: 'command' }, ...request },
      ),
    /** Does one attempt, by a worker changed so. */
    execute: (run: string, step: string, attempt = 0, changes: Partial<Worker> = {}) =>
      executeStep({ ...worker, ...changes }, { run, step, attempt, index: '' }),
    close: async () => {
      await records.close();
      await rm(folder, { recursive: true });
    },
  };
}
