import { join } from 'node:path';
import { beginHandler } from '../../../lambdas/begin/handler.ts';
import { stepHandler } from '../../../lambdas/step/handler.ts';
import { hashSteps } from '../../../src/pipeline/code/hash-steps.ts';
import { findStepFiles } from '../../../src/pipeline/code/step-files.ts';
import { compile } from '../../../src/pipeline/compile/compile.ts';
import { manifestOf, type Manifest } from '../../../src/pipeline/manifest.ts';
import type { Pipeline } from '../../../src/pipeline/pipeline.ts';
import { finishRun } from '../../../src/runs/finish.ts';
import { startRun, type Starter } from '../../../src/runs/start.ts';
import type { Worker } from '../../../src/runs/worker.ts';
import { endingOf } from '../../../src/stacks/aws/orchestrator/ending.ts';
import type { Orchestrator, Stack } from '../../../src/stacks/stack.ts';
import { interpret, type Surroundings } from './interpret.ts';

const noFiles = (): never => {
  throw new Error('these pipelines take no files');
};

/** Runs what pipelines compile to by the functions that are deployed, all of it in this process. */
export function interpretedOrchestrator({ records, artifacts }: Stack, root: string): Pick<Orchestrator, 'run'> {
  return {
    async run({ pipeline, parameters, useCache }) {
      const files = await findStepFiles(join(root, 'pipelines', pipeline.name), pipeline.steps);
      const manifest = manifestOf(pipeline, await hashSteps(root, pipeline.steps, files));
      const starter: Starter = { manifest, stack: 'aws', records, placeFile: noFiles, now: Date.now };
      const { id } = await startRun(starter, { parameters, useCache, trigger: { kind: 'command' } });
      const worker: Worker = {
        manifest,
        steps: pipeline.steps,
        records,
        artifacts,
        openFile: noFiles,
        readVariable: async () => undefined,
        now: Date.now,
      };
      const status = await execute(pipeline, id, surroundingsOf(pipeline, manifest, starter, worker));
      const ending = endingOf({ name: id, stopDate: Date.now(), ...status }, await records.steps.list(id));
      return finishRun(records, id, ending);
    },
  };
}

async function execute(pipeline: Pipeline, Name: string, surroundings: Surroundings) {
  const functions = Object.fromEntries([...pipeline.steps.keys()].map((name) => [name, `step ${name}`]));
  const machine = compile(pipeline, { functions, begin: 'begin', bucket: 'bucket' });
  const context = { Execution: { Name, Input: {}, StartTime: new Date().toISOString() } };
  return interpret(machine, {}, context, surroundings).then(
    () => ({ status: 'SUCCEEDED' }) as const,
    ({ name, message }: Error) =>
      ({ status: 'FAILED', error: name, cause: JSON.stringify({ errorType: name, errorMessage: message }) }) as const,
  );
}

function surroundingsOf(pipeline: Pipeline, manifest: Manifest, starter: Starter, worker: Worker): Surroundings {
  const begin = beginHandler(manifest, starter);
  const steps = [...pipeline.steps].map(
    ([name, step]) => [`step ${name}`, stepHandler(manifest, step, worker)] as const,
  );
  // As Lambda does: each takes the payload that the machine hands it, and JSON is all that comes back.
  const functions = new Map<string, (payload: never) => Promise<unknown>>([['begin', begin], ...steps]);
  return {
    invoke: async (name, payload) => asJson(await functions.get(name)!(asJson(payload) as never)),
    readObject: async (key) => JSON.parse(new TextDecoder().decode(await worker.artifacts.read(key))) as unknown,
  };
}

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
