import { BatchGetItemCommand, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { getItem, getItems } from '../../../../src/stacks/aws/records/read.ts';
import { fault } from '../sample-fault.ts';
import { sampleTable } from './sample-table.ts';

const key = (pk: string) => ({ pk, sk: 'RUN' });
const item = (pk: string) => ({ pk: { S: pk }, sk: { S: 'RUN' } });

describe('getItem', () => {
  it('reads strongly consistent', async () => {
    const table = sampleTable();
    const client = mockClient(table.client);
    client.on(GetItemCommand).resolves({ Item: item('a') });
    await expect(getItem(table, key('a'))).resolves.toEqual(item('a'));
    expect(client.commandCalls(GetItemCommand)[0]!.args[0].input).toEqual({
      TableName: 'records',
      Key: item('a'),
      ConsistentRead: true,
    });
  });

  it('is undefined when there is none', async () => {
    const table = sampleTable();
    mockClient(table.client).on(GetItemCommand).resolves({});
    await expect(getItem(table, key('a'))).resolves.toBeUndefined();
  });

  it('says that there is no table', async () => {
    const table = sampleTable();
    mockClient(table.client).on(GetItemCommand).rejects(fault('ResourceNotFoundException'));
    await expect(getItem(table, key('a'))).rejects.toMatchObject({ code: 'records.no-table' });
  });
});

describe('getItems', () => {
  it('asks for no more than 100 keys at once', async () => {
    const table = sampleTable();
    const client = mockClient(table.client);
    client.on(BatchGetItemCommand).resolves({ Responses: { records: [item('a')] } });
    const keys = Array.from({ length: 201 }, (_none, index) => key(String(index)));
    await expect(getItems(table, keys)).resolves.toHaveLength(3);
    const asked = client
      .commandCalls(BatchGetItemCommand)
      .map(({ args }) => args[0].input.RequestItems!['records']!.Keys!);
    expect(asked.map(({ length }) => length)).toEqual([100, 100, 1]);
  });

  it('asks again, after a pause, for keys left unprocessed', async () => {
    const table = sampleTable();
    const client = mockClient(table.client);
    client
      .on(BatchGetItemCommand)
      .resolvesOnce({
        Responses: { records: [item('a')] },
        UnprocessedKeys: { records: { Keys: [item('b'), item('c')] } },
      })
      .resolvesOnce({ Responses: {}, UnprocessedKeys: { records: { Keys: [item('b'), item('c')] } } })
      .resolvesOnce({ Responses: { records: [item('c'), item('b')] }, UnprocessedKeys: {} });
    const items = await getItems(table, ['a', 'b', 'c'].map(key));
    expect(items).toEqual([item('a'), item('c'), item('b')]);
    expect(table.pauses).toEqual([0, 1]);
    expect(client.commandCalls(BatchGetItemCommand)[2]!.args[0].input).toEqual({
      RequestItems: { records: { Keys: [item('b'), item('c')], ConsistentRead: true } },
    });
  });

  it('gives up on keys that stay unprocessed', async () => {
    const table = sampleTable();
    mockClient(table.client)
      .on(BatchGetItemCommand)
      .resolves({ UnprocessedKeys: { records: { Keys: [item('a')] } } });
    await expect(getItems(table, [key('a')])).rejects.toMatchObject({ code: 'records.unavailable', transient: true });
  });

  it('asks for nothing when there are no keys', async () => {
    const table = sampleTable();
    const client = mockClient(table.client);
    await expect(getItems(table, [])).resolves.toEqual([]);
    expect(client.calls()).toHaveLength(0);
  });
});
