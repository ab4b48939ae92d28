import { App } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { readContext } from '../../cdk/context.ts';

const read = (context: Record<string, unknown>) => readContext(new App({ context }).node);

describe('readContext', () => {
  it('has a default for everything', () => {
    expect(read({})).toEqual({
      pipelines: 'pipelines',
      schedules: {},
      stage: 'dev',
      tokenApi: false,
      service: 'sluice',
      sluiceStack: 'aws',
    });
  });

  it('takes what is given', () => {
    const schedules = { orders: { expression: 'rate(1 day)', parameters: {} } };
    const given = {
      'sluice:pipelines': 'mine',
      'sluice:schedules': schedules,
      'sluice:stage': 'prod',
      'sluice:alertEmail': 'team@example.com',
      'sluice:githubRepository': 'octo-org@1/rents@2',
      'sluice:tokenApi': 'true',
      'sluice:service': 'sluice-dev',
      'sluice:stack': 'localstack',
    };
    const alertEmail = 'team@example.com';
    expect(read(given)).toEqual({
      pipelines: 'mine',
      schedules,
      stage: 'prod',
      alertEmail,
      githubRepository: 'octo-org@1/rents@2',
      tokenApi: true,
      service: 'sluice-dev',
      sluiceStack: 'localstack',
    });
  });

  it.each([
    { 'sluice:pipelines': '' },
    { 'sluice:stack': 3 },
    { 'sluice:service': 'Dev' },
    { 'sluice:service': 'a'.repeat(40) },
    { 'sluice:stage': 'production' },
    { 'sluice:alertEmail': 'team' },
    { 'sluice:tokenApi': 'yes' },
    { 'sluice:githubRepository': 'octo-org/*' },
    { 'sluice:githubRepository': 'octo-org' },
  ])('refuses %j', (context) => {
    expect(() => read(context)).toThrow(expect.objectContaining({ code: 'deployment.bad-context' }));
  });
});
