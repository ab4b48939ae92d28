import { DescribeExecutionCommand, ExecutionDoesNotExist, SFNClient } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { endedExecution } from '../../../../src/stacks/aws/orchestrator/ended-execution.ts';
import type { RunRecord } from '../../../../src/tracking/run-record.ts';
import { fault, networkFault } from '../sample-fault.ts';

const client = new SFNClient({ region: 'eu-west-1' });
const mock = mockClient(client);
const run = { id: 'a'.repeat(32), startedAtMs: 1_000 } as RunRecord;
const ask = () => endedExecution(client, 'arn:execution', run);

beforeEach(() => mock.reset());

describe('endedExecution', () => {
  it('knows of no end while the execution goes on', async () => {
    mock.on(DescribeExecutionCommand, { executionArn: 'arn:execution' }).resolves({ status: 'RUNNING' });
    expect(await ask()).toBeUndefined();
  });

  it.each(['SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] as const)(
    'tells how and when it ended: %s',
    async (status) => {
      mock.on(DescribeExecutionCommand).resolves({ status, stopDate: new Date(2_000), error: 'E', cause: 'why' });
      expect(await ask()).toEqual({ name: run.id, status, stopDate: 2_000, error: 'E', cause: 'why' });
    },
  );

  it('takes an execution that is not there for one that failed when it began', async () => {
    mock.on(DescribeExecutionCommand).rejects(new ExecutionDoesNotExist({ message: 'not there', $metadata: {} }));
    expect(await ask()).toEqual({
      name: run.id,
      status: 'FAILED',
      stopDate: 1_000,
      error: 'ExecutionDoesNotExist',
      cause: 'not there',
    });
  });

  it.each([fault('ThrottlingException', 400), fault('Unheard', 503), networkFault('ECONNRESET')])(
    'leaves it to the next look when %s',
    async (error) => {
      mock.on(DescribeExecutionCommand).rejects(error);
      expect(await ask()).toBeUndefined();
    },
  );

  it.each([
    ['AccessDeniedException', 'aws.denied'],
    ['ExpiredTokenException', 'aws.credentials-refused'],
  ])('says what %s means', async (name, code) => {
    mock.on(DescribeExecutionCommand).rejects(fault(name, 400));
    await expect(ask()).rejects.toMatchObject({
      code,
      facts: { seen: `${name}: AWS said ${name} (DescribeExecution of arn:execution)` },
    });
  });

  it('throws a mistake of the program as it is', async () => {
    mock.on(DescribeExecutionCommand).rejects(fault('InvalidArn', 400));
    await expect(ask()).rejects.toMatchObject({ name: 'InvalidArn' });
  });
});
