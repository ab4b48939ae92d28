import { ExecutionDoesNotExist, SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { executionArn, stopExecution } from '../../../../src/stacks/aws/orchestrator/stop-execution.ts';
import { fault } from '../sample-fault.ts';

const sfn = new SFNClient({ region: 'eu-west-1' });
const mock = mockClient(sfn);
const arn = 'arn:aws:states:eu-west-1:123456789012:execution:sluice-orders:ab12';
beforeEach(() => mock.reset());

describe('executionArn', () => {
  it('names the execution of a run by those of the machine and the run', () => {
    expect(executionArn('arn:aws:states:eu-west-1:123456789012:stateMachine:sluice-orders', 'ab12')).toBe(arn);
  });
});

describe('stopExecution', () => {
  it('stops the execution', async () => {
    mock.on(StopExecutionCommand).resolves({});

    await stopExecution(sfn, arn);

    expect(mock.commandCalls(StopExecutionCommand).map(({ args }) => args[0].input.executionArn)).toEqual([arn]);
  });

  it('has nothing to do for one that is not there', async () => {
    mock.on(StopExecutionCommand).rejects(new ExecutionDoesNotExist({ message: 'not there', $metadata: {} }));

    await expect(stopExecution(sfn, arn)).resolves.toBeUndefined();
  });

  it('hands on what AWS refuses', async () => {
    mock.on(StopExecutionCommand).rejects(fault('AccessDeniedException', 400));

    await expect(stopExecution(sfn, arn)).rejects.toMatchObject({ code: 'aws.denied' });
  });
});
