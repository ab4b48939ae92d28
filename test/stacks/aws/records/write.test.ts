import {
  BatchWriteItemCommand,
  DeleteItemCommand,
  PutItemCommand,
  UpdateItemCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { hasValue, isAbsent } from '../../../../src/stacks/aws/records/condition.ts';
import { deleteItem, putItem, putItemIf, putItems, setFieldsIf } from '../../../../src/stacks/aws/records/write.ts';
import { fault } from '../sample-fault.ts';
import { refusal, sampleTable } from './sample-table.ts';

const key = { pk: 'R#1', sk: 'RUN' };
const item = { pk: { S: 'R#1' }, sk: { S: 'RUN' } };
const request = (sk: string): WriteRequest => ({ PutRequest: { Item: { sk: { S: sk } } } });

describe('putItem', () => {
  it('says that records cannot be had when the service fails', async () => {
    const table = sampleTable();
    mockClient(table.client).on(PutItemCommand).rejects(fault('InternalServerError', 500));
    await expect(putItem(table, item)).rejects.toMatchObject({ code: 'records.unavailable', transient: true });
  });
});

describe('putItemIf', () => {
  it('answers the item written', async () => {
    const table = sampleTable();
    const client = mockClient(table.client).on(PutItemCommand).resolves({});
    await expect(putItemIf(table, item, isAbsent)).resolves.toEqual({ state: 'written', item });
    expect(client.commandCalls(PutItemCommand)[0]!.args[0].input).toMatchObject({
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
  });

  it.each([
    ['the item that stands against it', item],
    ['that there is none', undefined],
  ])('answers %s', async (_what, standing) => {
    const table = sampleTable();
    mockClient(table.client).on(PutItemCommand).rejects(refusal(standing));
    await expect(putItemIf(table, item, isAbsent)).resolves.toEqual({ state: 'refused', standing });
  });

  it('throws what is no refusal', async () => {
    const table = sampleTable();
    mockClient(table.client).on(PutItemCommand).rejects(fault('ValidationException'));
    await expect(putItemIf(table, item, isAbsent)).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

describe('setFieldsIf', () => {
  it('sets the fields that are defined and answers the whole item', async () => {
    const table = sampleTable();
    const whole = { ...item, status: { S: 'failed' } };
    const client = mockClient(table.client).on(UpdateItemCommand).resolves({ Attributes: whole });
    const fields = { status: 'failed', endedAtMs: 5, error: undefined };
    const outcome = await setFieldsIf(table, key, fields, hasValue('status', 'running'));
    expect(outcome).toEqual({ state: 'written', item: whole });
    expect(client.commandCalls(UpdateItemCommand)[0]!.args[0].input).toEqual({
      TableName: 'records',
      Key: item,
      UpdateExpression: 'SET #set_status = :set_status, #set_endedAtMs = :set_endedAtMs',
      ConditionExpression: '#field = :value',
      ExpressionAttributeNames: { '#set_status': 'status', '#set_endedAtMs': 'endedAtMs', '#field': 'status' },
      ExpressionAttributeValues: {
        ':set_status': { S: 'failed' },
        ':set_endedAtMs': { N: '5' },
        ':value': { S: 'running' },
      },
      ReturnValues: 'ALL_NEW',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
  });

  it('answers the item that stands against it', async () => {
    const table = sampleTable();
    mockClient(table.client).on(UpdateItemCommand).rejects(refusal(item));
    await expect(setFieldsIf(table, key, { a: 1 }, isAbsent)).resolves.toEqual({ state: 'refused', standing: item });
  });
});

describe('putItems', () => {
  it('writes no more than 25 items at once', async () => {
    const table = sampleTable();
    const client = mockClient(table.client).on(BatchWriteItemCommand).resolves({});
    await putItems(
      table,
      Array.from({ length: 51 }, () => item),
    );
    const written = client
      .commandCalls(BatchWriteItemCommand)
      .map(({ args }) => args[0].input.RequestItems!['records']!);
    expect(written.map(({ length }) => length)).toEqual([25, 25, 1]);
  });

  it('writes again, after a pause, what was left unprocessed', async () => {
    const table = sampleTable();
    const client = mockClient(table.client);
    client
      .on(BatchWriteItemCommand)
      .resolvesOnce({ UnprocessedItems: { records: [request('b'), request('c')] } })
      .resolvesOnce({ UnprocessedItems: { records: [request('c')] } })
      .resolvesOnce({ UnprocessedItems: {} });
    await putItems(
      table,
      ['a', 'b', 'c'].map((sk) => ({ sk: { S: sk } })),
    );
    const written = client
      .commandCalls(BatchWriteItemCommand)
      .map(({ args }) => args[0].input.RequestItems!['records']);
    expect(written.slice(1)).toEqual([[request('b'), request('c')], [request('c')]]);
    expect(table.pauses).toEqual([0, 1]);
  });

  it('gives up on items that stay unprocessed', async () => {
    const table = sampleTable();
    mockClient(table.client)
      .on(BatchWriteItemCommand)
      .resolves({ UnprocessedItems: { records: [request('a')] } });
    await expect(putItems(table, [item])).rejects.toMatchObject({ code: 'records.unavailable' });
  });
});

describe('deleteItem', () => {
  it('removes by key', async () => {
    const table = sampleTable();
    const client = mockClient(table.client).on(DeleteItemCommand).resolves({});
    await deleteItem(table, key);
    expect(client.commandCalls(DeleteItemCommand)[0]!.args[0].input).toEqual({ TableName: 'records', Key: item });
  });
});
