import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { encodeFields } from '../../../../src/stacks/aws/records/attribute-value.ts';
import { encodeItem } from '../../../../src/stacks/aws/records/item.ts';
import { aliasKey, changeKey } from '../../../../src/stacks/aws/records/keys.ts';
import { dynamoReleases } from '../../../../src/stacks/aws/records/releases.ts';
import type { ReleaseChange } from '../../../../src/tracking/registry.ts';
import { sampleTable } from './sample-table.ts';

function changeAt(sequence: number): ReleaseChange {
  return { v: 1, model: 'm', sequence, kind: 'promote', champion: sequence, previous: null, atMs: 5, by: 'run' };
}
const itemAt = (sequence: number) => encodeItem(changeKey('m', sequence), changeAt(sequence));

describe('dynamoReleases', () => {
  it('knows no release and no alias of a model that was never released', async () => {
    const table = sampleTable();
    mockClient(table.client).on(GetItemCommand).resolves({});
    expect(await dynamoReleases(table).release('m')).toBeUndefined();
    expect(await dynamoReleases(table).alias('m', 'champion')).toBeUndefined();
  });

  it('reads an alias strongly consistent', async () => {
    const table = sampleTable();
    const key = aliasKey('m', 'champion');
    mockClient(table.client)
      .on(GetItemCommand, { Key: encodeFields(key), ConsistentRead: true })
      .resolves({ Item: encodeItem(key, { v: 1, version: 7 }) });
    expect(await dynamoReleases(table).alias('m', 'champion')).toBe(7);
  });

  it('tells the newest change first, page by page', async () => {
    const table = sampleTable();
    const client = mockClient(table.client);
    client
      .on(QueryCommand)
      .resolvesOnce({ Items: [itemAt(3), itemAt(2)] })
      .resolvesOnce({ Items: [itemAt(2), itemAt(1)] });

    const first = await dynamoReleases(table).history('m', { limit: 1 });
    const second = await dynamoReleases(table).history('m', { limit: 1, cursor: first.next! });

    expect([first.items, second.items]).toEqual([[changeAt(3)], [changeAt(2)]]);
    expect(client.commandCalls(QueryCommand)[1]!.args[0].input).toMatchObject({
      ScanIndexForward: false,
      ExpressionAttributeValues: { ':to': { S: '0000000002' } },
    });
  });

  it('takes no cursor of another model', async () => {
    const table = sampleTable();
    const client = mockClient(table.client);
    client.on(QueryCommand).resolves({ Items: [itemAt(3), itemAt(2)] });
    const { next } = await dynamoReleases(table).history('m', { limit: 1 });
    const other = dynamoReleases(table).history('other', { limit: 1, cursor: next! });
    await expect(other).rejects.toMatchObject({ code: 'records.bad-cursor' });
    expect(client.calls()).toHaveLength(1);
  });
});
