import { describe, expect, it } from 'vitest';
import { tableOf } from '../../src/data/table-of.ts';
import { trainLinear } from '../../src/models/linear/train-linear.ts';
import { json, model, scalar } from '../../src/pipeline/artifact-types.ts';
import { step } from '../../src/pipeline/step.ts';
import { runStep } from '../../src/testing/run-step.ts';

const double = step({
  name: 'double',
  inputs: { value: json<number>() },
  outputs: { value: json<number>() },
  run: ({ value }, { times }: { times: number }, { log }) => {
    log.metric('times', times);
    return { value: value * 2 ** times };
  },
});
const release = step({
  name: 'release',
  inputs: { fitted: model({ a: 'float' }) },
  outputs: { before: scalar<number>() },
  registry: 'release',
  run: async (_inputs, _parameters, { registry }) => {
    const before = (await registry.champion('m'))?.version ?? 0;
    await registry.release({ model: 'm', input: 'fitted', metrics: {}, verdict: { passed: true, rules: [] } });
    return { before };
  },
});
const table = tableOf({ a: 'float', y: 'float' }, { a: [0, 1, 2], y: [1, 3, 5] });
const fitted = trainLinear({ table, features: ['a'], target: 'y' });

describe('runStep', () => {
  it('gives what the step gives and what it logged, typed by the step', async () => {
    const { outputs, log } = await runStep(double, { value: 3 }, { times: 2 });

    const value: number = outputs.value;
    expect(value).toBe(12);
    expect(log.metrics).toEqual([{ key: 'times', value: 2, step: 0 }]);
  });

  it('plays the registry, and tells what was released', async () => {
    const champions = { m: { version: 4, model: fitted } };

    const { outputs, released } = await runStep(release, { fitted }, {}, { champions });

    expect(outputs.before).toBe(4);
    expect(released).toMatchObject([{ model: 'm', input: 'fitted' }]);
  });

  it('throws what the step throws', async () => {
    const broken = step({
      name: 'broken',
      inputs: {},
      outputs: {},
      run: () => Promise.reject(new Error('on purpose')),
    });
    await expect(runStep(broken, {}, {})).rejects.toThrow('on purpose');
  });

  it('hands over configuration, typed by the names that the step declares', async () => {
    const connect = step({
      name: 'connect',
      inputs: {},
      outputs: { url: scalar<string>() },
      configuration: ['SHOP_HOST'],
      run: (_inputs, _parameters, { configuration }) => ({ url: `https://${configuration.SHOP_HOST}` }),
    });

    const { outputs } = await runStep(connect, {}, {}, { configuration: { SHOP_HOST: 'shop.example' } });

    expect(outputs.url).toBe('https://shop.example');
  });

  it('hands over secrets, typed by the names that the step declares', async () => {
    const sign = step({
      name: 'sign',
      inputs: {},
      outputs: { length: scalar<number>() },
      secrets: ['SHOP_KEY'],
      run: (_inputs, _parameters, { secrets }) => ({ length: secrets.SHOP_KEY.length }),
    });

    const { outputs } = await runStep(sign, {}, {}, { secrets: { SHOP_KEY: 'four' } });

    expect(outputs.length).toBe(4);
  });
});
