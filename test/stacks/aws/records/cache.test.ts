import { DeleteItemCommand, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { encodeFields } from '../../../../src/stacks/aws/records/attribute-value.ts';
import { dynamoCache } from '../../../../src/stacks/aws/records/cache.ts';
import { encodeItem } from '../../../../src/stacks/aws/records/item.ts';
import { cacheEntryKey } from '../../../../src/stacks/aws/records/keys.ts';
import { cacheSample } from '../../../conformance/record-store/samples.ts';
import { fault } from '../sample-fault.ts';
import { sampleTable } from './sample-table.ts';

const key = 'c'.repeat(64);
const entry = cacheSample();
const item = encodeItem(cacheEntryKey(key), { v: 1, ...entry });

describe('dynamoCache', () => {
  it('reads back what it wrote, without the version of its schema', async () => {
    const table = sampleTable();
    const client = mockClient(table.client);
    client.on(PutItemCommand).resolves({});
    client.on(GetItemCommand, { Key: encodeFields(cacheEntryKey(key)) }).resolves({ Item: item });
    await dynamoCache(table).put(key, entry);
    expect(client.commandCalls(PutItemCommand)[0]!.args[0].input).toEqual({ TableName: 'records', Item: item });
    expect(await dynamoCache(table).get(key)).toEqual(entry);
  });

  it('knows nothing under a key that has no item', async () => {
    const table = sampleTable();
    mockClient(table.client).on(GetItemCommand).resolves({});
    expect(await dynamoCache(table).get(key)).toBeUndefined();
  });

  it('refuses an item that is no entry', async () => {
    const table = sampleTable();
    const { outputs: _outputs, ...damaged } = item;
    mockClient(table.client).on(GetItemCommand).resolves({ Item: damaged });
    await expect(dynamoCache(table).get(key)).rejects.toMatchObject({ code: 'records.malformed-item' });
  });

  it('sends nothing of an entry that is too large', async () => {
    const table = sampleTable();
    const client = mockClient(table.client);
    const large = { ...entry, log: { ...entry.log, parameters: { note: 'x'.repeat(500_000) } } };
    await expect(dynamoCache(table).put(key, large)).rejects.toMatchObject({ code: 'records.item-too-large' });
    expect(client.calls()).toHaveLength(0);
  });

  it('says that it may not remove', async () => {
    const table = sampleTable();
    mockClient(table.client).on(DeleteItemCommand).rejects(fault('AccessDeniedException'));
    await expect(dynamoCache(table).remove(key)).rejects.toMatchObject({ code: 'aws.denied' });
  });
});
