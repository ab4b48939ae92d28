import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Pipeline } from '../../src/pipeline/pipeline.ts';
import { silentObserver } from '../../src/runs/run-observer.ts';
import { openStack } from '../../src/stacks/open-stack.ts';
import type { Orchestrator, Stack } from '../../src/stacks/stack.ts';
import { drawnPipeline } from './interpreted/drawn-pipeline.ts';
import { interpretedOrchestrator } from './interpreted/interpreted-orchestrator.ts';

let folder: string;
let stack: Stack;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  stack = await openStack('local', { home: folder, root: folder });
});
afterEach(async () => {
  await stack.close();
  await rm(folder, { recursive: true });
});

/** What a run leaves, without ids and times. */
async function traceOf(orchestrator: Pick<Orchestrator, 'run'>, pipeline: Pipeline, size: number) {
  const run = await orchestrator.run({ pipeline, parameters: { size }, useCache: false }, silentObserver);
  const steps = await stack.records.steps.list(run.id);
  return {
    status: run.status,
    error: run.error?.message,
    steps: steps.map(({ key, status, cacheKey, outputs }) => ({ key, status, cacheKey, outputs })),
  };
}

describe('a pipeline of any shape', () => {
  it('leaves the same records in process and as the state machine that it compiles to', async () => {
    const interpreted = interpretedOrchestrator(stack, folder);
    await fc.assert(
      fc.asyncProperty(drawnPipeline, async ({ pipeline, size }) => {
        const here = await traceOf(stack.orchestrator, pipeline, size);

        expect(here.status).toBe('completed');
        expect(await traceOf(interpreted, pipeline, size)).toEqual(here);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
