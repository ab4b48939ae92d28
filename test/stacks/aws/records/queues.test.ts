import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { dynamoQueues } from '../../../../src/stacks/aws/records/queues.ts';
import { fault } from '../sample-fault.ts';
import { refusal, sampleTable } from './sample-table.ts';

describe('dynamoQueues', () => {
  it('reads what stands now, not what stood a while ago', async () => {
    const table = sampleTable();
    const client = mockClient(table.client).on(GetItemCommand).resolves({});

    await expect(dynamoQueues(table).get('orders')).resolves.toEqual({ sequence: 0, runs: [] });

    expect(client.commandCalls(GetItemCommand)[0]!.args[0].input).toMatchObject({ ConsistentRead: true });
  });

  it('answers false when the queue moved on', async () => {
    const table = sampleTable();
    mockClient(table.client).on(PutItemCommand).rejects(refusal());

    await expect(dynamoQueues(table).replace('orders', { sequence: 1, runs: [] })).resolves.toBe(false);
  });

  it('does not take a throttled change for a queue that moved on', async () => {
    const table = sampleTable();
    mockClient(table.client).on(PutItemCommand).rejects(fault('ThrottlingException'));

    const changed = dynamoQueues(table).replace('orders', { sequence: 2, runs: [] });

    await expect(changed).rejects.toMatchObject({ code: 'records.unavailable' });
  });
});
