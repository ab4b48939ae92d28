import { describe, expect, it } from 'vitest';
import { type ArrivedEvent, readExecutionEvent } from '../../../../src/stacks/aws/orchestrator/execution-event.ts';

const arrived: ArrivedEvent = {
  name: 'run',
  status: 'SUCCEEDED',
  stateMachineArn: 'arn:aws:states:eu-west-1:000000000000:stateMachine:sluice-orders',
  startDate: 1_000,
  stopDate: 2_000,
};

describe('readExecutionEvent', () => {
  it('takes an event of AWS as it is', () => {
    expect(readExecutionEvent(arrived)).toEqual(arrived);
  });

  it('reads times that are text', () => {
    const texts = { startDate: '1970-01-01T00:00:01.000000Z', stopDate: '1970-01-01T00:00:02+00:00' };
    expect(readExecutionEvent({ ...arrived, ...texts })).toEqual(arrived);
  });

  it.each([
    ['startDate', 'soon'],
    ['stopDate', 'soon'],
    ['stopDate', ''],
    ['stopDate', null],
    ['stopDate', true],
    ['stopDate', [1_000]],
    ['stopDate', undefined],
  ])('lets no time into a record that is none: %s %j', (name, time) => {
    expect(() => readExecutionEvent({ ...arrived, [name]: time })).toThrow(
      expect.objectContaining({
        code: 'run.bad-ending',
        facts: expect.objectContaining({ seen: `${name}: ${JSON.stringify(time)}` }),
      }),
    );
  });
});
