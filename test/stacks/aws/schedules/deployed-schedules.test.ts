import { CloudFormationClient, DescribeStacksCommand, type Stack } from '@aws-sdk/client-cloudformation';
import {
  DescribeRuleCommand,
  DisableRuleCommand,
  EnableRuleCommand,
  EventBridgeClient,
  ResourceNotFoundException,
} from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { deployedSchedules } from '../../../../src/stacks/aws/schedules/deployed-schedules.ts';
import { fault } from '../sample-fault.ts';

const client = new CloudFormationClient({ region: 'eu-west-1' });
const cloudFormation = mockClient(client);
const events = mockClient(EventBridgeClient);
const schedules = deployedSchedules({ region: 'eu-west-1' }, client, 'sluice');

const stackOf = (name: string, rule?: string, service = 'sluice'): Stack => ({
  StackName: name,
  CreationTime: new Date(0),
  StackStatus: 'CREATE_COMPLETE',
  Outputs: [
    { OutputKey: 'Service', OutputValue: service },
    ...(rule === undefined ? [] : [{ OutputKey: 'ScheduleRule', OutputValue: rule }]),
  ],
});

beforeEach(() => {
  cloudFormation.reset();
  events.reset();
  events.on(EnableRuleCommand).resolves({});
  events.on(DisableRuleCommand).resolves({});
  events.on(DescribeRuleCommand).resolves({ ScheduleExpression: 'rate(1 day)', State: 'ENABLED' });
  events
    .on(DescribeRuleCommand, { Name: 'rule-b' })
    .resolves({ ScheduleExpression: 'rate(1 hour)', State: 'DISABLED' });
});

describe('the schedules of deployed pipelines', () => {
  it('are listed by pipeline, from every page of stacks, with the state of their rules', async () => {
    cloudFormation
      .on(DescribeStacksCommand)
      .resolvesOnce({ Stacks: [stackOf('sluice-b', 'rule-b'), stackOf('other', 'rule-x', 'other')], NextToken: 'more' })
      .resolvesOnce({ Stacks: [stackOf('sluice-a', 'rule-a'), stackOf('sluice-c'), stackOf('sluice')] });

    expect(await schedules.list()).toEqual([
      { pipeline: 'a', expression: 'rate(1 day)', enabled: true },
      { pipeline: 'b', expression: 'rate(1 hour)', enabled: false },
    ]);
  });

  it('are those of this service, also beside one whose name begins like it', async () => {
    const ofAnother = stackOf('sluice-prod-a', 'rule-b', 'sluice-prod');
    cloudFormation.on(DescribeStacksCommand).resolves({ Stacks: [stackOf('sluice-a', 'rule-a'), ofAnother] });
    cloudFormation.on(DescribeStacksCommand, { StackName: 'sluice-prod-a' }).resolves({ Stacks: [ofAnother] });

    expect((await schedules.list()).map(({ pipeline }) => pipeline)).toEqual(['a']);
    await expect(schedules.turn('prod-a', 'off')).rejects.toMatchObject({
      code: 'stack.not-deployed',
      facts: { seen: 'sluice-prod-a: a pipeline of the service sluice-prod, not of sluice' },
    });
    expect(events.commandCalls(DisableRuleCommand)).toEqual([]);
  });

  it('are listed without one whose rule was removed by hand', async () => {
    cloudFormation
      .on(DescribeStacksCommand)
      .resolves({ Stacks: [stackOf('sluice-a', 'rule-a'), stackOf('sluice-b', 'rule-b')] });
    events
      .on(DescribeRuleCommand, { Name: 'rule-b' })
      .rejects(new ResourceNotFoundException({ message: 'no rule', $metadata: {} }));

    expect((await schedules.list()).map(({ pipeline }) => pipeline)).toEqual(['a']);
  });

  it.each([
    ['on', EnableRuleCommand, DisableRuleCommand],
    ['off', DisableRuleCommand, EnableRuleCommand],
  ] as const)('are turned %s by the rule that the stack names', async (to, sent, notSent) => {
    cloudFormation
      .on(DescribeStacksCommand, { StackName: 'sluice-a' })
      .resolves({ Stacks: [stackOf('sluice-a', 'rule-a')] });

    expect(await schedules.turn('a', to)).toEqual({ pipeline: 'a', expression: 'rate(1 day)', enabled: true });
    expect(events.commandCalls(sent).map(({ args: [{ input }] }) => input)).toEqual([{ Name: 'rule-a' }]);
    expect(events.commandCalls(notSent)).toEqual([]);
  });

  it('are not there where a pipeline was deployed without, or its rule was removed by hand', async () => {
    cloudFormation.on(DescribeStacksCommand).resolves({ Stacks: [stackOf('sluice-a', 'rule-a')] });
    const missing = new ResourceNotFoundException({ message: 'no rule', $metadata: {} });
    events.on(EnableRuleCommand).rejects(missing);

    cloudFormation.on(DescribeStacksCommand, { StackName: 'sluice-c' }).resolves({ Stacks: [stackOf('sluice-c')] });
    await expect(schedules.turn('c', 'on')).rejects.toMatchObject({
      code: 'schedule.not-deployed',
      facts: { seen: 'sluice-c: CREATE_COMPLETE, without output ScheduleRule' },
    });
    await expect(schedules.turn('a', 'on')).rejects.toMatchObject({
      code: 'schedule.not-deployed',
      facts: { seen: 'the rule rule-a is gone' },
      cause: missing,
    });
  });

  it.each([
    ['AccessDeniedException', 400, 'aws.denied'],
    ['ConcurrentModificationException', 400, 'aws.unavailable'],
    ['InternalException', 500, 'aws.unavailable'],
  ])('say what %s means, and what was asked', async (name, status, code) => {
    cloudFormation.on(DescribeStacksCommand).resolves({ Stacks: [stackOf('sluice-a', 'rule-a')] });
    events.on(DisableRuleCommand).rejects(fault(name, status));

    await expect(schedules.turn('a', 'off')).rejects.toMatchObject({
      code,
      facts: { seen: expect.stringContaining('DisableRule of rule-a') },
    });
  });

  it('say that AWS does not let stacks be listed', async () => {
    cloudFormation.on(DescribeStacksCommand).rejects(fault('AccessDenied', 403));

    await expect(schedules.list()).rejects.toMatchObject({ code: 'aws.denied' });
  });
});
