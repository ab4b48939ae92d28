import { DescribeExecutionCommand, SFNClient, StartExecutionCommand, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { deployedExecutions, deployedStop } from '../../../../src/stacks/aws/orchestrator/deployed-executions.ts';
import { runSample } from '../../../conformance/record-store/samples.ts';
import { fault } from '../sample-fault.ts';

const run = runSample();
const mock = mockClient(SFNClient);
afterEach(() => mock.reset());

describe('deployedStop', () => {
  it('stops executions of the machine that the environment names', async () => {
    mock.on(StopExecutionCommand).resolves({});
    await deployedStop({ SLUICE_STATE_MACHINE: 'arn:aws:states:eu-west-1:1:stateMachine:sluice-orders' })(run);
    expect(mock.commandCalls(StopExecutionCommand)[0]!.args[0].input).toMatchObject({
      executionArn: `arn:aws:states:eu-west-1:1:execution:sluice-orders:${run.id}`,
    });
  });
});

describe('deployedExecutions', () => {
  it('starts executions of the machine that the environment names', async () => {
    mock.on(StartExecutionCommand).resolves({});
    await deployedExecutions({ SLUICE_STATE_MACHINE: 'arn:machine' })(run);
    expect(mock.commandCalls(StartExecutionCommand)[0]!.args[0].input).toMatchObject({
      stateMachineArn: 'arn:machine',
      name: run.id,
    });
  });

  it.each([
    ['ThrottlingException', true],
    ['AccessDeniedException', false],
  ])('says of %s whether it passes, so that Lambda knows to try again', async (name, transient) => {
    mock.on(StartExecutionCommand).rejects(fault(name, 400));
    mock.on(DescribeExecutionCommand).rejects(fault(name, 400));
    await expect(deployedExecutions({ SLUICE_STATE_MACHINE: 'arn:machine' })(run)).rejects.toMatchObject({ transient });
  });

  it('says that the machine is not named', () => {
    expect(() => deployedExecutions({})).toThrow(expect.objectContaining({ code: 'deployed.variable-missing' }));
  });
});
