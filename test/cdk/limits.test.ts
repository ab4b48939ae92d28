import { App, CfnResource, Stack } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { checkLimits, warnOfQuotas } from '../../cdk/limits.ts';
import { json, list, scalar } from '../../src/pipeline/artifact-types.ts';
import { map } from '../../src/pipeline/map.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { step } from '../../src/pipeline/step.ts';
import { satisfaction } from '../pipeline/example.ts';

const seed = step({ name: 'seed', inputs: {}, outputs: { items: list<number>() }, run: () => ({ items: [1] }) });
const work = step({
  name: 'work',
  inputs: { item: json<number>() },
  outputs: { out: json<number>() },
  run: ({ item }) => ({ out: item }),
});
const names = Array.from({ length: 250 }, (_, index) => `s${index}`);
const chatty = step({
  name: 'chatty',
  inputs: {},
  outputs: Object.fromEntries(names.map((name) => [name, scalar<number>()])),
  run: () => Object.fromEntries(names.map((name) => [name, 1])),
});

const talkative = pipeline('talkative', { parameters: {} }, () => void chatty({}));
const wide = pipeline('wide', { parameters: {} }, () => {
  map(seed({}).items, { maxItems: 10_000, concurrency: 2_000 }, (item) => work({ item }).out);
});

function appOf(resources: number): App {
  const app = new App();
  const stack = new Stack(app, 'sluice-orders');
  const queues = Array.from({ length: resources }, (_, count) => `Queue${count}`);
  queues.forEach((name) => void new CfnResource(stack, name, { type: 'AWS::SQS::Queue' }));
  return app;
}

describe('checkLimits', () => {
  it('lets what fits be', () => {
    expect(() => checkLimits(appOf(500), [satisfaction, wide])).not.toThrow();
  });

  it('refuses all that AWS would refuse of every pipeline and stack at once, each with its mend', () => {
    expect(() => checkLimits(appOf(501), [satisfaction, talkative])).toThrow(
      expect.objectContaining({
        code: 'deployment.over-limits',
        facts: expect.objectContaining({
          details: [
            { where: 'talkative', problem: expect.stringContaining('250 scalars'), mend: expect.any(String) },
            {
              where: 'sluice-orders',
              problem: 'its stack has 501 resources, over 500',
              mend: expect.stringContaining('split the pipeline'),
            },
          ],
        }),
      }),
    );
  });
});

describe('warnOfQuotas', () => {
  it('warns of what needs a raised quota, and of nothing else', () => {
    const stack = new Stack(new App(), 'sluice-wide');
    warnOfQuotas(stack, satisfaction);
    warnOfQuotas(stack, wide);
    const warnings = stack.node.metadata.filter(({ type }) => type === 'aws:cdk:warning');
    expect(warnings.map(({ data }) => data)).toEqual([expect.stringMatching(/2000 items at once/)]);
  });
});
