import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customerSatisfaction } from '../../pipelines/customer-satisfaction/pipeline.ts';
import { generateOrders } from '../../pipelines/customer-satisfaction/sample/generate-orders.ts';
import { silentObserver } from '../../src/runs/run-observer.ts';
import type { RunRecord } from '../../src/tracking/run-record.ts';
import { emulatorEndpoint } from '../conformance/emulator/emulator-endpoint.ts';
import { type FaultProxy, startFaultProxy } from '../faults/fault-proxy.ts';
import { type RunTrace, traceRun } from '../faults/run-trace.ts';
import { tornArtifacts } from '../faults/torn-artifacts.ts';
import { bootstrap, deploy, destroy, emulatedPlace } from './place/deploy.ts';
import { openStack } from './place/open-stack.ts';

const DEPLOY_TIMEOUT_MS = 180_000;
const REGION = 'eu-west-1';
const place = emulatedPlace(REGION);

/** Each repeats its faults; `SLUICE_TEST_FAULT_SEEDS` says how many. */
const seeds = Array.from({ length: Number(process.env['SLUICE_TEST_FAULT_SEEDS'] ?? 2) }, (_, index) => index + 1);

const orchestrators = {
  'Step Functions': {},
  'in process': { orchestrator: 'in-process', modelDeployer: 'local' },
} as const;

// The SDK's clients of the command and of every function ask AWS through one proxy, which lets one call in five fail.
describe('customer-satisfaction, when one call of AWS in five is dropped, delayed or refused', () => {
  let proxy: FaultProxy;
  let deployed: Parameters<typeof deploy>[1];
  let home: string;
  let source: string;
  let undisturbed: RunTrace;
  beforeAll(async () => {
    proxy = await startFaultProxy(emulatorEndpoint());
    home = await mkdtemp(join(tmpdir(), 'sluice-'));
    source = join(home, 'orders.csv');
    await writeFile(source, Buffer.concat([...generateOrders({ rows: 1_000, seed: 5 })]));
    deployed = { pipelines: 'pipelines', functionsAsk: proxy.url };
    await bootstrap(place);
    await deploy(place, deployed);
    undisturbed = await trace(await run('Step Functions'));
  }, DEPLOY_TIMEOUT_MS);
  afterAll(async () => {
    await destroy(place, deployed);
    await proxy.close();
    await rm(home, { recursive: true });
  }, DEPLOY_TIMEOUT_MS);

  async function run(where: keyof typeof orchestrators): Promise<RunRecord> {
    const stack = await openStack({ region: REGION, endpoint: proxy.url, ...orchestrators[where] }, home);
    const request = { pipeline: customerSatisfaction, parameters: { source }, useCache: false };
    return stack.orchestrator.run(request, silentObserver).finally(() => stack.close());
  }

  async function trace(ended: RunRecord): Promise<RunTrace> {
    const stack = await openStack({ region: REGION, endpoint: emulatorEndpoint() }, home);
    return traceRun(stack, ended).finally(() => stack.close());
  }

  it.each(seeds.flatMap((seed) => (['Step Functions', 'in process'] as const).map((where) => ({ seed, where }))))(
    'leaves what an undisturbed run leaves: seed $seed, $where',
    async ({ seed, where }) => {
      proxy.disturb({ seed, share: 0.2 });
      const disturbed = await run(where);
      const { faults } = proxy.counted();
      proxy.disturb({ seed, share: 0 });

      expect(disturbed).toMatchObject({ status: 'completed' });
      expect(await trace(disturbed)).toEqual(undisturbed);
      expect(faults.size).toBeGreaterThan(4); // it was disturbed, and not in one way
    },
  );

  it('tears no artifact', async () => {
    const stack = await openStack({ region: REGION, endpoint: emulatorEndpoint() }, home);

    expect(await tornArtifacts(stack.artifacts)).toEqual([]);

    await stack.close();
  });
});
