import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { encodeItem } from '../../../../src/stacks/aws/records/item.ts';
import { claimKey } from '../../../../src/stacks/aws/records/keys.ts';
import { dynamoTriggers } from '../../../../src/stacks/aws/records/triggers.ts';
import { fault } from '../sample-fault.ts';
import { refusal, sampleTable } from './sample-table.ts';

const claimOf = (run: string) => encodeItem(claimKey('event'), { v: 1, run, expiresAtMs: 2_500, expiresAt: 3 });

describe('dynamoTriggers', () => {
  it('holds a key that is free or has expired, for DynamoDB to forget no sooner than it expires', async () => {
    const table = sampleTable();
    const client = mockClient(table.client);
    client.on(PutItemCommand).resolves({});
    expect(await dynamoTriggers(table).claim('event', 'run-1', 2_500, 1_000)).toEqual({ run: 'run-1', won: true });
    expect(client.commandCalls(PutItemCommand)[0]!.args[0].input).toMatchObject({
      Item: claimOf('run-1'),
      ConditionExpression: 'attribute_not_exists(pk) OR #expires <= :now',
      ExpressionAttributeNames: { '#expires': 'expiresAtMs' },
      ExpressionAttributeValues: { ':now': { N: '1000' } },
    });
  });

  it.each([
    ['another is told of the winner', 'run-2', false],
    ['the winner has won again when it repeats', 'run-1', true],
  ])('lets the first hold it: %s', async (_case, run, won) => {
    const table = sampleTable();
    mockClient(table.client)
      .on(PutItemCommand)
      .rejects(refusal(claimOf('run-1')));
    expect(await dynamoTriggers(table).claim('event', run, 2_500, 1_000)).toEqual({ run: 'run-1', won });
  });

  it('gives no key to anybody when it is throttled', async () => {
    const table = sampleTable();
    mockClient(table.client).on(PutItemCommand).rejects(fault('ThrottlingException'));
    await expect(dynamoTriggers(table).claim('event', 'run-1', 2, 1)).rejects.toMatchObject({
      code: 'records.unavailable',
    });
  });

  it('asks nothing about a key that cannot be one', async () => {
    const table = sampleTable();
    const client = mockClient(table.client);
    await expect(dynamoTriggers(table).claim('', 'run-1', 2, 1)).rejects.toMatchObject({ code: 'records.bad-name' });
    expect(client.calls()).toHaveLength(0);
  });
});
