import { describe, expect, it } from 'vitest';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { secretReferences, type SecretReferences } from '../../src/pipeline/secrets.ts';
import { step } from '../../src/pipeline/step.ts';

const declare = (secrets: readonly string[]) =>
  step({ name: 'fetch', inputs: {}, outputs: {}, secrets, run: () => ({}) });
const plain = step({ name: 'plain', inputs: {}, outputs: {}, run: () => ({}) });

function shop(secrets: SecretReferences = {}) {
  return pipeline('shop', { parameters: {}, secrets }, () => {
    declare(['SHOP_KEY', 'SHOP_USER'])({});
    plain({});
  });
}

describe('secrets of a step', () => {
  it('are named in its node, and absent from one without', () => {
    expect(shop().nodes).toMatchObject([{ secrets: ['SHOP_KEY', 'SHOP_USER'] }, {}]);
    expect(shop().nodes[1]).not.toHaveProperty('secrets');
  });

  it('are typed by their names', () => {
    const typed = step({
      name: 'typed',
      inputs: {},
      outputs: {},
      secrets: ['SHOP_KEY'],
      run: (_inputs, _parameters, { secrets }) => {
        const key: string = secrets.SHOP_KEY;
        // @ts-expect-error a secret that it does not declare
        const other = secrets.SHOP_USER;
        expect([key, other]).toEqual(['k', undefined]);
        return {};
      },
    });

    return typed.run({}, {}, { secrets: { SHOP_KEY: 'k' } } as Parameters<typeof typed.run>[2]);
  });

  it.each(['shopKey', '1KEY', '', 'SHOP-KEY', 'A'.repeat(65)])('cannot be called %j', (name) => {
    expect(() => declare([name])).toThrow(expect.objectContaining({ code: 'pipeline.bad-secret' }));
  });
});

describe('where secrets lie on AWS', () => {
  it('is under the name of the pipeline unless it says otherwise, and only for steps that declare some', () => {
    const declared = shop({ SHOP_USER: 'secretsmanager:shop/user' });

    expect(secretReferences(declared, 'fetch')).toEqual({
      SHOP_KEY: 'ssm:/sluice/shop/SHOP_KEY',
      SHOP_USER: 'secretsmanager:shop/user',
    });
    expect(secretReferences(declared, 'plain')).toEqual({});
  });

  it('is refused for a secret that no step declares, with those that there are', () => {
    expect(() => shop({ SHOP_KAY: 'ssm:/a' })).toThrow(
      expect.objectContaining({
        code: 'pipeline.bad-secret',
        facts: expect.objectContaining({ seen: 'SHOP_KAY', allowed: 'SHOP_KEY, SHOP_USER' }),
      }),
    );
  });

  it.each(['ssm:', 'ssm:/a b', 'secretsmanager:', 'ssm:/a*'] as const)('cannot be %j', (reference) => {
    expect(() => shop({ SHOP_KEY: reference })).toThrow(expect.objectContaining({ code: 'pipeline.bad-secret' }));
  });
});
