import { describe, expect, it } from 'vitest';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { variableReferences, type VariableReferences } from '../../src/pipeline/variables.ts';
import { step } from '../../src/pipeline/step.ts';

const declare = (secrets: readonly string[]) =>
  step({ name: 'fetch', inputs: {}, outputs: {}, secrets, run: () => ({}) });
const plain = step({ name: 'plain', inputs: {}, outputs: {}, run: () => ({}) });

function shop(secrets: VariableReferences = {}) {
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
    expect(() => declare([name])).toThrow(expect.objectContaining({ code: 'pipeline.bad-variable' }));
  });
});

describe('configuration of a step', () => {
  const configured = (configuration: readonly string[], secrets: readonly string[] = []) =>
    step({ name: 'load', inputs: {}, outputs: {}, configuration, secrets, run: () => ({}) });

  it('is named in its node beside secrets, and lies where secrets do', () => {
    const configuredShop = pipeline(
      'shop',
      { parameters: {}, configuration: { SHOP_HOST: 'ssm:/shared/host' } },
      () => void configured(['SHOP_HOST', 'SHOP_PORT'], ['SHOP_KEY'])({}),
    );

    expect(configuredShop.nodes).toMatchObject([{ configuration: ['SHOP_HOST', 'SHOP_PORT'], secrets: ['SHOP_KEY'] }]);
    expect(variableReferences(configuredShop, 'load')).toEqual({
      SHOP_KEY: 'ssm:/sluice/shop/SHOP_KEY',
      SHOP_HOST: 'ssm:/shared/host',
      SHOP_PORT: 'ssm:/sluice/shop/SHOP_PORT',
    });
  });

  it('is typed by its names, and absent from a step that declares none', () => {
    const typed = step({
      name: 'typed',
      inputs: {},
      outputs: {},
      configuration: ['SHOP_HOST'],
      run: (_inputs, _parameters, context) => {
        const host: string = context.configuration.SHOP_HOST;
        // @ts-expect-error configuration that it does not declare
        const other = context.configuration.SHOP_PORT;
        // @ts-expect-error it declares no secrets
        const { secrets } = context;
        expect([host, other, secrets]).toEqual(['h', undefined, undefined]);
        return {};
      },
    });

    return typed.run({}, {}, { configuration: { SHOP_HOST: 'h' } } as Parameters<typeof typed.run>[2]);
  });

  it('cannot have the name of a secret of the same step', () => {
    expect(() => configured(['SHOP_KEY'], ['SHOP_KEY'])).toThrow(
      expect.objectContaining({ code: 'pipeline.bad-variable' }),
    );
  });

  it('cannot have the name of a secret of another step', () => {
    const both = () =>
      pipeline('shop', { parameters: {} }, () => {
        declare(['SHOP_KEY'])({});
        configured(['SHOP_HOST', 'SHOP_KEY'])({});
      });

    expect(both).toThrow(
      expect.objectContaining({
        code: 'pipeline.bad-variable',
        facts: expect.objectContaining({ seen: 'SHOP_KEY: a secret of step fetch, configuration of step load' }),
      }),
    );
  });

  it('cannot be pointed to as a secret', () => {
    expect(() =>
      pipeline('shop', { parameters: {}, secrets: { SHOP_HOST: 'ssm:/a' } }, () => void configured(['SHOP_HOST'])({})),
    ).toThrow(expect.objectContaining({ code: 'pipeline.bad-variable' }));
  });
});

describe('where secrets lie on AWS', () => {
  it('is under the name of the pipeline unless it says otherwise, and only for steps that declare some', () => {
    const declared = shop({ SHOP_USER: 'secretsmanager:shop/user' });

    expect(variableReferences(declared, 'fetch')).toEqual({
      SHOP_KEY: 'ssm:/sluice/shop/SHOP_KEY',
      SHOP_USER: 'secretsmanager:shop/user',
    });
    expect(variableReferences(declared, 'plain')).toEqual({});
  });

  it('is refused for a secret that no step declares, with those that there are', () => {
    expect(() => shop({ SHOP_KAY: 'ssm:/a' })).toThrow(
      expect.objectContaining({
        code: 'pipeline.bad-variable',
        facts: expect.objectContaining({ seen: 'SHOP_KAY', allowed: 'SHOP_KEY, SHOP_USER' }),
      }),
    );
  });

  it.each(['ssm:', 'ssm:/a b', 'secretsmanager:', 'ssm:/a*'] as const)('cannot be %j', (reference) => {
    expect(() => shop({ SHOP_KEY: reference })).toThrow(expect.objectContaining({ code: 'pipeline.bad-variable' }));
  });
});
