import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { hasValue, isPresent } from '../../../../src/stacks/aws/records/condition.ts';
import { transact, type Action } from '../../../../src/stacks/aws/records/transact.ts';
import { fault } from '../sample-fault.ts';
import { cancellation, sampleTable } from './sample-table.ts';

const item = { pk: { S: 'G#m' }, sk: { S: 'RELEASE' } };
const actions: Action[] = [
  { check: { pk: 'V#m', sk: 'V#1' }, condition: isPresent },
  { put: item, condition: hasValue('sequence', 3) },
  { put: item },
];

describe('transact', () => {
  it('writes all actions in one request', async () => {
    const table = sampleTable();
    const client = mockClient(table.client).on(TransactWriteItemsCommand).resolves({});
    await expect(transact(table, actions)).resolves.toEqual({ state: 'written' });
    expect(client.commandCalls(TransactWriteItemsCommand)[0]!.args[0].input).toEqual({
      TransactItems: [
        {
          ConditionCheck: {
            TableName: 'records',
            Key: { pk: { S: 'V#m' }, sk: { S: 'V#1' } },
            ConditionExpression: 'attribute_exists(pk)',
          },
        },
        {
          Put: {
            TableName: 'records',
            Item: item,
            ConditionExpression: '#field = :value',
            ExpressionAttributeNames: { '#field': 'sequence' },
            ExpressionAttributeValues: { ':value': { N: '3' } },
          },
        },
        { Put: { TableName: 'records', Item: item } },
      ],
    });
  });

  it.each([
    [['ConditionalCheckFailed', 'None', 'None'], { state: 'refused', refused: new Set([0]) }],
    [['ConditionalCheckFailed', 'ConditionalCheckFailed', 'None'], { state: 'refused', refused: new Set([0, 1]) }],
    [['TransactionConflict', 'ConditionalCheckFailed', 'None'], { state: 'refused', refused: new Set([1]) }],
    [['None', 'TransactionConflict', 'None'], { state: 'collided' }],
    [['ThrottlingError', 'None', 'None'], { state: 'collided' }],
    [['None', 'None', 'ProvisionedThroughputExceeded'], { state: 'collided' }],
  ])('cancelled for %j is %j', async (codes, transacted) => {
    const table = sampleTable();
    mockClient(table.client)
      .on(TransactWriteItemsCommand)
      .rejects(cancellation(...codes));
    await expect(transact(table, actions)).resolves.toEqual(transacted);
  });

  it('throws a cancellation that no other attempt can mend', async () => {
    const table = sampleTable();
    mockClient(table.client)
      .on(TransactWriteItemsCommand)
      .rejects(cancellation('ValidationError', 'None', 'None'));
    await expect(transact(table, actions)).rejects.toMatchObject({ name: 'TransactionCanceledException' });
  });

  it('says that records cannot be had when it is throttled still', async () => {
    const table = sampleTable();
    mockClient(table.client).on(TransactWriteItemsCommand).rejects(fault('ProvisionedThroughputExceededException'));
    await expect(transact(table, actions)).rejects.toMatchObject({ code: 'records.unavailable' });
  });
});
