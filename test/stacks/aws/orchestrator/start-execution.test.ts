import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  SFNClient,
  StartExecutionCommand,
  StateMachineDeleting,
  StateMachineDoesNotExist,
} from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { startExecution } from '../../../../src/stacks/aws/orchestrator/start-execution.ts';
import type { RunRecord } from '../../../../src/tracking/run-record.ts';
import { fault, networkFault } from '../sample-fault.ts';

const client = new SFNClient({ region: 'eu-west-1' });
const mock = mockClient(client);
const run = { id: 'a'.repeat(32) } as RunRecord;
const said = { message: 'gone', $metadata: {} };

beforeEach(() => {
  mock.reset();
  mock.on(DescribeExecutionCommand).rejects(new ExecutionDoesNotExist(said));
});

describe('startExecution', () => {
  it('names the execution by the run', async () => {
    mock.on(StartExecutionCommand).resolves({});
    await startExecution(client, 'arn:machine', run);
    expect(mock.call(0).args[0].input).toEqual({ stateMachineArn: 'arn:machine', name: run.id, input: '{}' });
  });

  it('takes an execution of that name for started', async () => {
    mock.on(StartExecutionCommand).rejects(new ExecutionAlreadyExists(said));
    await expect(startExecution(client, 'arn:machine', run)).resolves.toBeUndefined();
  });

  it.each([fault('TimeoutError', 0), networkFault('ECONNRESET'), fault('InternalError', 500)])(
    'takes an execution that is there for started, whatever became of the answer: %s',
    async (error) => {
      const executionArn = `arn:aws:states:eu-west-1:1:execution:sluice-orders:${run.id}`;
      mock.on(StartExecutionCommand).rejects(error);
      mock.on(DescribeExecutionCommand, { executionArn }).resolves({ status: 'RUNNING' });
      await expect(
        startExecution(client, 'arn:aws:states:eu-west-1:1:stateMachine:sluice-orders', run),
      ).resolves.toBeUndefined();
    },
  );

  it.each([new ExecutionDoesNotExist(said), networkFault('ECONNRESET')])(
    'says that it could not start what is not known to be there: %s',
    async (error) => {
      mock.on(StartExecutionCommand).rejects(networkFault('ECONNRESET'));
      mock.on(DescribeExecutionCommand).rejects(error);
      await expect(startExecution(client, 'arn:machine', run)).rejects.toMatchObject({
        code: 'aws.unavailable',
        facts: { seen: 'connect ECONNRESET (StartExecution of arn:machine)' },
      });
    },
  );

  it.each([new StateMachineDoesNotExist(said), new StateMachineDeleting(said)])(
    'says that the pipeline is not deployed: $name',
    async (error) => {
      mock.on(StartExecutionCommand).rejects(error);
      await expect(startExecution(client, 'arn:machine', run)).rejects.toMatchObject({
        code: 'stack.not-deployed',
        facts: { seen: 'arn:machine' },
        cause: error,
      });
    },
  );

  it.each([
    ['ThrottlingException', 'aws.unavailable'],
    ['ExecutionLimitExceeded', 'aws.unavailable'],
    ['AccessDeniedException', 'aws.denied'],
    ['ExpiredTokenException', 'aws.credentials-refused'],
  ])('says what %s means', async (name, code) => {
    mock.on(StartExecutionCommand).rejects(fault(name, 400));
    await expect(startExecution(client, 'arn:machine', run)).rejects.toMatchObject({
      code,
      facts: { seen: `${name}: AWS said ${name} (StartExecution of arn:machine)` },
    });
  });

  it('throws a mistake of the program as it is', async () => {
    mock.on(StartExecutionCommand).rejects(fault('InvalidName', 400));
    await expect(startExecution(client, 'arn:machine', run)).rejects.toMatchObject({ name: 'InvalidName' });
  });
});
