import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { queryIndex, queryTable } from '../../../../src/stacks/aws/records/query.ts';
import { fault } from '../sample-fault.ts';
import { sampleTable } from './sample-table.ts';

const item = (sk: string) => ({ pk: { S: 'R#1' }, sk: { S: sk } });

describe('queryTable', () => {
  it('reads a whole partition, strongly consistent', async () => {
    const table = sampleTable();
    const client = mockClient(table.client);
    client.on(QueryCommand).resolves({ Items: [item('a')] });
    await expect(queryTable(table, { partition: 'R#1' })).resolves.toEqual([item('a')]);
    expect(client.commandCalls(QueryCommand)[0]!.args[0].input).toMatchObject({
      TableName: 'records',
      KeyConditionExpression: '#partition = :partition',
      ExpressionAttributeNames: { '#partition': 'pk' },
      ExpressionAttributeValues: { ':partition': { S: 'R#1' } },
      ConsistentRead: true,
      ScanIndexForward: true,
    });
  });

  it('follows its pages to the end', async () => {
    const table = sampleTable();
    const client = mockClient(table.client);
    client
      .on(QueryCommand)
      .resolvesOnce({ Items: [item('a')], LastEvaluatedKey: item('a') })
      .resolvesOnce({ Items: [], LastEvaluatedKey: item('b') })
      .resolvesOnce({ Items: [item('c')] });
    await expect(queryTable(table, { partition: 'R#1' })).resolves.toEqual([item('a'), item('c')]);
    const starts = client.commandCalls(QueryCommand).map(({ args }) => args[0].input.ExclusiveStartKey);
    expect(starts).toEqual([undefined, item('a'), item('b')]);
  });

  it('stops at the rows asked for, and asks for no more', async () => {
    const table = sampleTable();
    const client = mockClient(table.client);
    client
      .on(QueryCommand)
      .resolvesOnce({ Items: [item('a'), item('b')], LastEvaluatedKey: item('b') })
      .resolvesOnce({ Items: [item('c')], LastEvaluatedKey: item('c') });
    await expect(queryTable(table, { partition: 'R#1', rows: 3 })).resolves.toHaveLength(3);
    expect(client.commandCalls(QueryCommand).map(({ args }) => args[0].input.Limit)).toEqual([3, 1]);
  });

  it.each([
    [{ startsWith: 'S#' }, 'begins_with(#sort, :prefix)', { ':prefix': { S: 'S#' } }],
    [{ above: 'x' }, '#sort > :above', { ':above': { S: 'x' } }],
    [{ from: 'a', to: 'b' }, '#sort BETWEEN :from AND :to', { ':from': { S: 'a' }, ':to': { S: 'b' } }],
  ])('reads the range %j', async (range, expression, values) => {
    const table = sampleTable();
    const client = mockClient(table.client).on(QueryCommand).resolves({});
    await queryTable(table, { partition: 'R#1', range, order: 'descending' });
    expect(client.commandCalls(QueryCommand)[0]!.args[0].input).toMatchObject({
      KeyConditionExpression: `#partition = :partition AND ${expression}`,
      ExpressionAttributeNames: { '#partition': 'pk', '#sort': 'sk' },
      ExpressionAttributeValues: { ':partition': { S: 'R#1' }, ...values },
      ScanIndexForward: false,
    });
  });

  it('says that records cannot be had when it is throttled still', async () => {
    const table = sampleTable();
    mockClient(table.client).on(QueryCommand).rejects(fault('ThrottlingException'));
    await expect(queryTable(table, { partition: 'R#1' })).rejects.toMatchObject({ code: 'records.unavailable' });
  });
});

describe('queryIndex', () => {
  it('reads the index by its own keys', async () => {
    const table = sampleTable();
    const client = mockClient(table.client).on(QueryCommand).resolves({});
    await queryIndex(table, { partition: 'MODELS', range: { above: 'a' } });
    const { input } = client.commandCalls(QueryCommand)[0]!.args[0];
    expect(input).toMatchObject({
      IndexName: 'byValue',
      ExpressionAttributeNames: { '#partition': 'gpk', '#sort': 'gsk' },
    });
    expect(input).not.toHaveProperty('ConsistentRead');
  });
});
