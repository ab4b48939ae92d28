import { describe, expect, it } from 'vitest';
import { pipeline } from '../../../src/pipeline/pipeline.ts';
import { step } from '../../../src/pipeline/step.ts';
import { checkSecrets, readSecrets } from '../../../src/runs/secrets/read-secrets.ts';

const fetchOrders = step({
  name: 'fetch-orders',
  inputs: {},
  outputs: {},
  secrets: ['SHOP_KEY', 'SHOP_USER'],
  run: () => ({}),
});
const shop = pipeline('shop', { parameters: {} }, () => void fetchOrders({}));
const from = (values: Record<string, string>) => async (name: string) => values[name];

describe('readSecrets', () => {
  it('reads those that the step declares, and no others', async () => {
    const read = from({ SHOP_KEY: 'k', SHOP_USER: 'u', OTHER: 'o' });

    expect(await readSecrets({ step: 'fetch-orders', secrets: ['SHOP_KEY', 'SHOP_USER'] }, read)).toEqual({
      SHOP_KEY: 'k',
      SHOP_USER: 'u',
    });
    expect(await readSecrets({ step: 'other' }, read)).toEqual({});
  });

  it.each([{}, { SHOP_KEY: '' }])('names the secret and the step when there is none: %j', async (values) => {
    await expect(readSecrets({ step: 'fetch-orders', secrets: ['SHOP_KEY'] }, from(values))).rejects.toMatchObject({
      code: 'secret.missing',
      facts: { seen: 'SHOP_KEY, of step fetch-orders', mend: expect.stringContaining('export SHOP_KEY') },
    });
  });
});

describe('checkSecrets', () => {
  it('sees every step of a pipeline', async () => {
    await expect(checkSecrets(shop.nodes, from({ SHOP_KEY: 'k', SHOP_USER: 'u' }))).resolves.toBeUndefined();
    await expect(checkSecrets(shop.nodes, from({ SHOP_KEY: 'k' }))).rejects.toMatchObject({ code: 'secret.missing' });
  });
});
