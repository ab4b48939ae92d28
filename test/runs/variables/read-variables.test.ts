import { describe, expect, it } from 'vitest';
import { pipeline } from '../../../src/pipeline/pipeline.ts';
import { step } from '../../../src/pipeline/step.ts';
import { checkVariables, readVariables } from '../../../src/runs/variables/read-variables.ts';

const fetchOrders = step({
  name: 'fetch-orders',
  inputs: {},
  outputs: {},
  secrets: ['SHOP_KEY', 'SHOP_USER'],
  run: () => ({}),
});
const shop = pipeline('shop', { parameters: {} }, () => void fetchOrders({}));
const from = (values: Record<string, string>) => async (name: string) => values[name];

describe('readVariables', () => {
  it('reads those that the step declares, and no others', async () => {
    const read = from({ SHOP_KEY: 'k', SHOP_USER: 'u', OTHER: 'o' });

    expect(await readVariables({ step: 'fetch-orders', secrets: ['SHOP_KEY', 'SHOP_USER'] }, read)).toEqual({
      secrets: { SHOP_KEY: 'k', SHOP_USER: 'u' },
    });
    expect(await readVariables({ step: 'other' }, read)).toEqual({});
  });

  it('hands configuration over apart from secrets', async () => {
    const read = from({ SHOP_KEY: 'k', SHOP_HOST: 'h' });
    const declaring = { step: 'fetch-orders', secrets: ['SHOP_KEY'], configuration: ['SHOP_HOST'] };

    expect(await readVariables(declaring, read)).toEqual({
      secrets: { SHOP_KEY: 'k' },
      configuration: { SHOP_HOST: 'h' },
    });
  });

  it('names all that are missing at once, secrets and configuration', async () => {
    const declaring = { step: 'fetch-orders', secrets: ['SHOP_KEY', 'SHOP_USER'], configuration: ['SHOP_HOST'] };

    await expect(readVariables(declaring, from({ SHOP_USER: 'u' }))).rejects.toMatchObject({
      code: 'variable.missing',
      facts: { seen: 'SHOP_KEY of step fetch-orders, SHOP_HOST of step fetch-orders' },
    });
  });

  it.each([{}, { SHOP_KEY: '' }])('names the secret and the step when there is none: %j', async (values) => {
    await expect(readVariables({ step: 'fetch-orders', secrets: ['SHOP_KEY'] }, from(values))).rejects.toMatchObject({
      code: 'variable.missing',
      facts: { seen: 'SHOP_KEY of step fetch-orders', mend: expect.stringContaining('read -rs') },
    });
  });
});

describe('checkVariables', () => {
  it('sees every step of a pipeline', async () => {
    await expect(checkVariables(shop.nodes, from({ SHOP_KEY: 'k', SHOP_USER: 'u' }))).resolves.toBeUndefined();
    await expect(checkVariables(shop.nodes, from({ SHOP_KEY: 'k' }))).rejects.toMatchObject({
      code: 'variable.missing',
    });
  });
});
