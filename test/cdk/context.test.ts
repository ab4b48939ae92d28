import { App } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { checkSchedules, readContext } from '../../cdk/context.ts';

const read = (context: Record<string, unknown>) => readContext(new App({ context }).node);
const nightly = { orders: 'cron(0 3 * * ? *)' };

describe('readContext', () => {
  it('has a default for everything', () => {
    expect(read({})).toEqual({ pipelines: 'pipelines', schedules: {}, stack: 'aws' });
  });

  it.each([nightly, JSON.stringify(nightly)])(
    'takes schedules from cdk.json and from the command line: %j',
    (given) => {
      expect(read({ 'sluice:schedules': given }).schedules).toEqual(nightly);
    },
  );

  it.each([
    { 'sluice:pipelines': '' },
    { 'sluice:stack': 3 },
    { 'sluice:schedules': '{' },
    { 'sluice:schedules': 'null' },
    { 'sluice:schedules': { orders: 'every night' } },
    { 'sluice:schedules': { orders: 3 } },
  ])('refuses %j', (context) => {
    expect(() => read(context)).toThrow(expect.objectContaining({ code: 'deployment.bad-context' }));
  });
});

describe('checkSchedules', () => {
  it('says which pipeline may have been meant', () => {
    expect(() => checkSchedules({ ordres: 'rate(1 day)' }, ['orders'])).toThrow(
      expect.objectContaining({
        code: 'deployment.bad-context',
        facts: expect.objectContaining({ seen: 'ordres', mend: 'did you mean orders?' }),
      }),
    );
  });

  it('takes schedules of pipelines that are deployed', () => {
    expect(checkSchedules(nightly, ['orders', 'other'])).toBeUndefined();
  });
});
