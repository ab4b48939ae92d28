import { GetItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { encodeItem } from '../../../../src/stacks/aws/records/item.ts';
import { experimentKey, experimentNameKey } from '../../../../src/stacks/aws/records/keys.ts';
import { dynamoExperiments } from '../../../../src/stacks/aws/records/experiments.ts';
import type { Experiment } from '../../../../src/tracking/record-store.ts';
import { cancellation, sampleTable } from './sample-table.ts';

const experiment: Experiment = { v: 1, id: '7', name: 'satisfaction', createdAtMs: 5 };
const item = encodeItem(experimentKey('7'), experiment);
const name = encodeItem(experimentNameKey('satisfaction'), { v: 1, experimentId: '7' });

describe('dynamoExperiments', () => {
  it('answers the experiment of whoever was faster', async () => {
    const table = sampleTable();
    const client = mockClient(table.client);
    client.on(GetItemCommand).resolvesOnce({}).resolvesOnce({ Item: name }).resolvesOnce({ Item: item });
    client.on(TransactWriteItemsCommand).rejects(cancellation('None', 'ConditionalCheckFailed'));
    await expect(dynamoExperiments(table).ensure('satisfaction', 9)).resolves.toEqual(experiment);
    expect(table.pauses).toEqual([0]);
  });

  it('makes it at another attempt when the first collided', async () => {
    const table = sampleTable();
    const client = mockClient(table.client);
    client.on(GetItemCommand).resolves({});
    client.on(TransactWriteItemsCommand).rejectsOnce(cancellation('TransactionConflict', 'None')).resolvesOnce({});
    await expect(dynamoExperiments(table).ensure('new', 9)).resolves.toMatchObject({ name: 'new', createdAtMs: 9 });
  });

  it('gives up when it collides for ever', async () => {
    const table = sampleTable();
    const client = mockClient(table.client);
    client.on(GetItemCommand).resolves({});
    client.on(TransactWriteItemsCommand).rejects(cancellation('TransactionConflict', 'None'));
    const ensured = dynamoExperiments(table).ensure('new', 9);
    await expect(ensured).rejects.toMatchObject({ code: 'records.unavailable' });
  });

  it('refuses an item that is no experiment', async () => {
    const table = sampleTable();
    mockClient(table.client).on(GetItemCommand).resolves({ Item: name });
    await expect(dynamoExperiments(table).get('7')).rejects.toMatchObject({ code: 'records.malformed-item' });
  });
});
