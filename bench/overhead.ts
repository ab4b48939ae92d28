/**
 * What a step costs beside its own work: a chain of steps that do nothing, on a local stack of its own, run and reused:
 * `node bench/overhead.ts [STEPS]`, 100 steps unless told.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from '../src/pipeline/artifact-types.ts';
import { pipeline } from '../src/pipeline/pipeline.ts';
import { step } from '../src/pipeline/step.ts';
import { silentObserver } from '../src/runs/run-observer.ts';
import { openStack } from '../src/stacks/open-stack.ts';

const [steps = 100] = process.argv.slice(2).map(Number);

const first = step({
  name: 'first',
  version: '1',
  inputs: {},
  outputs: { value: json<number>() },
  run: () => ({ value: 0 }),
});
const next = step({
  name: 'next',
  version: '1',
  inputs: { value: json<number>() },
  outputs: { value: json<number>() },
  run: ({ value }) => ({ value: value + 1 }),
});
const chain = pipeline('chain', { parameters: {} }, () => {
  let { value } = first({});
  for (let count = 1; count < steps; count++) ({ value } = next({ value }));
});

const home = await mkdtemp(join(tmpdir(), 'sluice-bench-'));
await mkdir(join(home, 'pipelines', 'chain'), { recursive: true });
const stack = await openStack('local', { home: join(home, 'state'), root: home });
try {
  for (const kind of ['run', 'reused', 'run without reuse']) {
    const startedAtMs = performance.now();
    await stack.orchestrator.run(
      { pipeline: chain, parameters: {}, useCache: kind !== 'run without reuse' },
      silentObserver,
    );
    const perStepMs = (performance.now() - startedAtMs) / steps;
    console.log(`${kind.padEnd(20)}${perStepMs.toFixed(2)} ms a step, ${steps} steps one after the other`);
  }
} finally {
  await stack.close();
  await rm(home, { recursive: true });
}
