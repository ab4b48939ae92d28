import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { customerSatisfaction } from '../../pipelines/customer-satisfaction/pipeline.ts';
import { generateOrders } from '../../pipelines/customer-satisfaction/sample/generate-orders.ts';
import type { PlanReport } from '../../src/cli/plan/plan-report.ts';
import { silentObserver } from '../../src/runs/run-observer.ts';
import type { Stack } from '../../src/stacks/stack.ts';
import type { RunRecord } from '../../src/tracking/run-record.ts';
import { emulatorEndpoint } from '../conformance/emulator/emulator-endpoint.ts';
import { countRequests } from '../faults/count-requests.ts';
import { type FaultProxy, startFaultProxy } from '../faults/fault-proxy.ts';
import { traceRun } from '../faults/run-trace.ts';
import { tornArtifacts } from '../faults/torn-artifacts.ts';
import { sluice } from '../process/sluice-process.ts';
import { bootstrap, deploy, destroy, emulatedPlace } from './place/deploy.ts';
import { countStates, startByEvent } from './place/executions.ts';
import { openStack } from './place/open-stack.ts';
import { registerStack } from './place/register-stack.ts';

const DEPLOY_TIMEOUT_MS = 300_000;
const REGION = 'eu-west-1'; // nobody else's
const PIPELINE = customerSatisfaction.name;
const place = emulatedPlace(REGION);

/** Each repeats its faults; `SLUICE_TEST_FAULT_SEEDS` says how many. */
const seeds = Array.from({ length: Number(process.env['SLUICE_TEST_FAULT_SEEDS'] ?? 2) }, (_, index) => index + 1);

/** Each trains another model, so that the champion changes from run to run, and a version is registered in each. */
const orchestrators = {
  'Step Functions': { changes: {}, model: 'linear' },
  'in process': { changes: { orchestrator: 'in-process', modelDeployer: 'local' }, model: 'ridge' },
} as const;

type Where = keyof typeof orchestrators;

let proxy: FaultProxy;
let deployed: Parameters<typeof deploy>[1];
let home: string;
let source: string;
let undisturbed: Readonly<Record<Where, RunRecord>>;

// The SDK's clients, those of the command and those in every function, ask AWS through one proxy.
beforeAll(async () => {
  proxy = await startFaultProxy(emulatorEndpoint());
  home = await mkdtemp(join(tmpdir(), 'sluice-'));
  source = join(home, 'orders.csv');
  await writeFile(source, orders(5));
  deployed = { pipelines: 'pipelines', functionsAsk: proxy.url };
  await bootstrap(place);
  await deploy(place, deployed);
  undisturbed = { 'Step Functions': await run('Step Functions'), 'in process': await run('in process') };
}, DEPLOY_TIMEOUT_MS);

afterAll(async () => {
  await destroy(place, deployed);
  await proxy.close();
  await rm(home, { recursive: true });
}, DEPLOY_TIMEOUT_MS);

function orders(seed: number): Buffer {
  return Buffer.concat([...generateOrders({ rows: 1_000, seed })]);
}

async function run(where: Where): Promise<RunRecord> {
  const { changes, model } = orchestrators[where];
  const stack = await openStack({ region: REGION, endpoint: proxy.url, ...changes }, home);
  const request = { pipeline: customerSatisfaction, parameters: { source, model }, useCache: false };
  return stack.orchestrator.run(request, silentObserver).finally(() => stack.close());
}

/** Looks at what is deployed, past the proxy. */
async function looking<T>(look: (stack: Stack) => Promise<T>): Promise<T> {
  const stack = await openStack({ region: REGION, endpoint: emulatorEndpoint() }, home);
  return look(stack).finally(() => stack.close());
}

describe('a run, when one call of AWS in five is dropped, delayed or refused', () => {
  it.each(seeds.flatMap((seed) => (['Step Functions', 'in process'] as const).map((where) => ({ seed, where }))))(
    'leaves what an undisturbed run leaves: seed $seed, $where',
    async ({ seed, where }) => {
      proxy.disturb({ seed, share: 0.2 });
      const disturbed = await run(where);
      const { faults } = proxy.counted();
      proxy.disturb({ seed, share: 0 });

      expect(disturbed).toMatchObject({ status: 'completed' });
      const [trace, expected] = await looking((stack) =>
        Promise.all([disturbed, undisturbed[where]].map((one) => traceRun(stack, one))),
      );
      expect(trace).toEqual(expected);
      expect(trace!.versions).toBe(1);
      expect(faults.size).toBeGreaterThan(4); // it was disturbed, and not in one way
    },
  );

  it('tears no artifact', async () => {
    expect(await looking(({ artifacts }) => tornArtifacts(artifacts))).toEqual([]);
  });
});

describe('a run that an event starts', () => {
  it('asks of AWS what `sluice plan` says, to the last request and state', async () => {
    const unseen = orders(6);
    const key = `artifacts/${PIPELINE}/params/source/${createHash('sha256').update(unseen).digest('hex')}`;
    const uri = await looking(({ artifacts }) => artifacts.create(key, unseen).then(() => artifacts.uri(key)));
    proxy.disturb({ seed: 0, share: 0 });

    const id = await startByEvent(place, PIPELINE, { source: uri });
    await looking(({ records }) =>
      vi.waitUntil(async () => (await records.runs.get(id))?.status === 'completed', { timeout: 60_000 }),
    );
    const { calls } = proxy.counted();

    await registerStack(home, 'counted', place);
    const { stdout } = await sluice(home, ['plan', PIPELINE, '--stack', 'counted', '--json']);
    const { run: planned } = JSON.parse(stdout) as PlanReport;
    expect(planned.requests).toMatchObject(countRequests(calls));
    expect(planned.transitions).toBe((await countStates(place, PIPELINE, id)) + 1);
  });
});
