import { expect } from 'vitest';
import { sluice } from '../../process/sluice-process.ts';

/** Names what is deployed in a region, so that commands with this home find it under `--stack`. */
export async function registerStack(
  home: string,
  name: string,
  { region, endpoint }: { readonly region: string; readonly endpoint: string },
): Promise<void> {
  const flavors = ['--orchestrator', 'step-functions', '--artifact-store', 's3'];
  const more = ['--experiment-tracker', 'dynamodb', '--model-deployer', 'api-gateway'];
  const where = ['--region', region, '--endpoint', endpoint];
  const { code, stderr } = await sluice(home, ['stack', 'register', name, ...flavors, ...more, ...where]);
  expect([code, stderr]).toEqual([0, '']);
}
