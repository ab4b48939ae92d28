import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { encodeItem } from '../../../../src/stacks/aws/records/item.ts';
import { parameterKey } from '../../../../src/stacks/aws/records/keys.ts';
import { putMetrics, putParameters } from '../../../../src/stacks/aws/records/log-items.ts';
import { refusal, sampleTable } from './sample-table.ts';

const depth = (value: string) => encodeItem(parameterKey('r', 'depth'), { v: 1, key: 'depth', value });
const point = { key: 'loss', value: 1, step: 0, timestampMs: 5 };

describe('putParameters', () => {
  it('writes only what is not there', async () => {
    const table = sampleTable();
    const client = mockClient(table.client);
    client.on(BatchGetItemCommand).resolves({ Responses: { records: [depth('3')] } });
    client.on(PutItemCommand).resolves({});
    await putParameters(table, 'r', { depth: '3', rate: '0.1' });
    const put = client.commandCalls(PutItemCommand).map(({ args }) => args[0].input.Item!['key']);
    expect(put).toEqual([{ S: 'rate' }]);
  });

  it('writes nothing when one conflicts', async () => {
    const table = sampleTable();
    const client = mockClient(table.client);
    client.on(BatchGetItemCommand).resolves({ Responses: { records: [depth('3')] } });
    const put = putParameters(table, 'r', { rate: '0.1', depth: '4' });
    await expect(put).rejects.toMatchObject({ code: 'tracking.parameter-conflict' });
    expect(client.commandCalls(PutItemCommand)).toHaveLength(0);
  });

  it('sees a conflict with what was put meanwhile', async () => {
    const table = sampleTable();
    const client = mockClient(table.client);
    client.on(BatchGetItemCommand).resolves({ Responses: { records: [] } });
    client.on(PutItemCommand).rejects(refusal(depth('3')));
    await expect(putParameters(table, 'r', { depth: '4' })).rejects.toMatchObject({
      facts: { code: 'tracking.parameter-conflict', allowed: '"3"', seen: '"4"' },
    });
  });
});

describe('putMetrics', () => {
  it('is content with a later point that stands already', async () => {
    const table = sampleTable();
    const client = mockClient(table.client);
    client.on(BatchWriteItemCommand).resolves({});
    client.on(UpdateItemCommand).rejects(refusal());
    await expect(putMetrics(table, 'r', [point])).resolves.toBeUndefined();
  });

  it('writes a point given twice once, and the latest of each metric once', async () => {
    const table = sampleTable();
    const client = mockClient(table.client);
    client.on(BatchWriteItemCommand).resolves({});
    client.on(UpdateItemCommand).resolves({});
    await putMetrics(table, 'r', [point, point, { ...point, step: 1 }]);
    const written = client.commandCalls(BatchWriteItemCommand)[0]!.args[0].input.RequestItems!['records'];
    expect(written).toHaveLength(2);
    expect(client.commandCalls(UpdateItemCommand)).toHaveLength(1);
  });
});
