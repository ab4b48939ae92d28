import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { startExecution } from '../../../../src/stacks/aws/orchestrator/start-execution.ts';
import type { RunRecord } from '../../../../src/tracking/run-record.ts';

const client = new SFNClient({ region: 'eu-west-1' });
const mock = mockClient(client);
const run = { id: 'a'.repeat(32) } as RunRecord;

beforeEach(() => mock.reset());

describe('startExecution', () => {
  it('names the execution by the run', async () => {
    mock.on(StartExecutionCommand).resolves({});
    await startExecution(client, 'arn:machine', run);
    expect(mock.call(0).args[0].input).toMatchObject({ stateMachineArn: 'arn:machine', name: run.id });
  });

  it('takes an execution of that name for started', async () => {
    mock.on(StartExecutionCommand).rejects(new ExecutionAlreadyExists({ message: 'there', $metadata: {} }));
    await expect(startExecution(client, 'arn:machine', run)).resolves.toBeUndefined();
  });

  it('throws anything else on', async () => {
    mock.on(StartExecutionCommand).rejects(new Error('no such machine'));
    await expect(startExecution(client, 'arn:machine', run)).rejects.toThrow('no such machine');
  });
});
