import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { encodeItem } from '../../../../src/stacks/aws/records/item.ts';
import { allModels, modelKey, versionKey } from '../../../../src/stacks/aws/records/keys.ts';
import { dynamoVersions } from '../../../../src/stacks/aws/records/versions.ts';
import { versionSample } from '../../../conformance/record-store/samples.ts';
import { fault } from '../sample-fault.ts';
import { sampleTable } from './sample-table.ts';

const given = versionSample({ model: 'm' });
const versionAt = (version: number) => ({ v: 1, version, ...given }) as const;
const itemAt = (version: number) => encodeItem(versionKey('m', version), versionAt(version));

describe('dynamoVersions', () => {
  it('refuses a model without a name before it asks', async () => {
    const table = sampleTable();
    const client = mockClient(table.client);
    const registered = dynamoVersions(table).register({ ...given, model: '' });
    await expect(registered).rejects.toMatchObject({ code: 'records.bad-name' });
    expect(client.calls()).toHaveLength(0);
  });

  it('knows no version of a number that was not given', async () => {
    const table = sampleTable();
    mockClient(table.client).on(GetItemCommand).resolves({});
    expect(await dynamoVersions(table).version('m', 1)).toBeUndefined();
  });

  it('lists the newest first, and goes on below the last of a page', async () => {
    const table = sampleTable();
    const client = mockClient(table.client);
    client
      .on(QueryCommand)
      .resolvesOnce({ Items: [itemAt(12), itemAt(11), itemAt(10)] })
      .resolvesOnce({ Items: [itemAt(10)] });

    const first = await dynamoVersions(table).versions('m', { limit: 2 });
    const second = await dynamoVersions(table).versions('m', { limit: 2, cursor: first.next! });

    expect([...first.items, ...second.items]).toEqual([12, 11, 10].map(versionAt));
    expect(second.next).toBeUndefined();
    expect(client.commandCalls(QueryCommand).map(({ args }) => args[0].input)).toMatchObject([
      { ScanIndexForward: false, ExpressionAttributeValues: { ':to': versionKeyText(9_999_999_999) } },
      { ScanIndexForward: false, ExpressionAttributeValues: { ':to': versionKeyText(10) } },
    ]);
  });

  it('lists models by the index, without reading them', async () => {
    const table = sampleTable();
    const client = mockClient(table.client);
    const entry = encodeItem({ ...modelKey('m'), gpk: allModels, gsk: 'm' }, { v: 1 });
    client.on(QueryCommand, { IndexName: 'byValue' }).resolves({ Items: [entry] });
    expect(await dynamoVersions(table).models({ limit: 5 })).toEqual({ items: ['m'] });
    expect(client.calls()).toHaveLength(1);
  });

  it('says that records cannot be had when a listing is throttled', async () => {
    const table = sampleTable();
    mockClient(table.client).on(QueryCommand).rejects(fault('ProvisionedThroughputExceededException'));
    await expect(dynamoVersions(table).models({ limit: 5 })).rejects.toMatchObject({ code: 'records.unavailable' });
  });
});

function versionKeyText(version: number) {
  return { S: versionKey('m', version).sk };
}
