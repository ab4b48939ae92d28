import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { encodeItem } from '../../../../src/stacks/aws/records/item.ts';
import { metricKey, parameterKey, pointKey, tagKey } from '../../../../src/stacks/aws/records/keys.ts';
import { dynamoLogs } from '../../../../src/stacks/aws/records/logs.ts';
import { encodeHistoryPosition, encodeRank } from '../../../../src/tracking/keys/metric-point.ts';
import { fault } from '../sample-fault.ts';
import { sampleTable } from './sample-table.ts';

const pointAt = (step: number) => ({ key: 'loss', value: -0.5, step, timestampMs: 5 });
const itemAt = (step: number) => encodeItem(pointKey('r', 'loss', encodeHistoryPosition(pointAt(step))), { v: 1 });

describe('dynamoLogs', () => {
  it('reads metrics, parameters and tags of a run by what their keys start with', async () => {
    const table = sampleTable();
    const startingWith = (prefix: string) => ({ ExpressionAttributeValues: { ':prefix': { S: prefix } } });
    const rank = encodeItem(metricKey('r', 'loss'), { v: 1, rank: encodeRank(pointAt(1)) });
    // A name may hold what separates the parts of keys.
    const parameter = encodeItem(parameterKey('r', 'P#depth'), { v: 1, key: 'P#depth', value: '3' });
    const tag = encodeItem(tagKey('r', 'who'), { v: 1, key: 'who', value: '' });
    mockClient(table.client)
      .on(QueryCommand)
      .resolves({})
      .on(QueryCommand, startingWith('M#'))
      .resolves({ Items: [rank] })
      .on(QueryCommand, startingWith('P#'))
      .resolves({ Items: [parameter] })
      .on(QueryCommand, startingWith('T#'))
      .resolves({ Items: [tag] });

    expect(await dynamoLogs(table).data('r')).toEqual({
      metrics: { loss: pointAt(1) },
      parameters: { 'P#depth': '3' },
      tags: { who: '' },
    });
  });

  it('refuses a metric without a rank', async () => {
    const table = sampleTable();
    const damaged = encodeItem(metricKey('r', 'loss'), { v: 1 });
    mockClient(table.client)
      .on(QueryCommand)
      .resolves({ Items: [damaged] });
    await expect(dynamoLogs(table).data('r')).rejects.toMatchObject({ code: 'records.malformed-item' });
  });

  it('gives the history of a metric page by page, from the position where one ended', async () => {
    const table = sampleTable();
    const client = mockClient(table.client);
    client
      .on(QueryCommand)
      .resolvesOnce({ Items: [itemAt(1), itemAt(2)] })
      .resolvesOnce({ Items: [itemAt(2)] });

    const first = await dynamoLogs(table).history('r', 'loss', { limit: 1 });
    const second = await dynamoLogs(table).history('r', 'loss', { limit: 1, cursor: first.next! });

    expect([...first.items, ...second.items]).toEqual([pointAt(1), pointAt(2)]);
    expect(client.commandCalls(QueryCommand)[1]!.args[0].input.ExpressionAttributeValues).toMatchObject({
      ':above': { S: encodeHistoryPosition(pointAt(1)) },
    });
  });

  it('writes nothing of a batch with a metric that has no number', async () => {
    const table = sampleTable();
    const client = mockClient(table.client);
    const batch = { parameters: { depth: '3' }, metrics: [{ ...pointAt(1), step: 0.5 }] };
    await expect(dynamoLogs(table).log('r', batch)).rejects.toMatchObject({ code: 'tracking.bad-metric' });
    expect(client.calls()).toHaveLength(0);
  });

  it('says that the data of a run cannot be had', async () => {
    const table = sampleTable();
    mockClient(table.client).on(QueryCommand).rejects(fault('InternalServerError', 500));
    await expect(dynamoLogs(table).data('r')).rejects.toMatchObject({ code: 'records.unavailable' });
  });
});
