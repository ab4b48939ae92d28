import { BatchGetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { encodeFields } from '../../../../src/stacks/aws/records/attribute-value.ts';
import { indexPage, wholeItems } from '../../../../src/stacks/aws/records/index-page.ts';
import { fault } from '../sample-fault.ts';
import { sampleTable } from './sample-table.ts';

const entryOf = (name: string) => ({ pk: `E#${name}`, sk: 'EXP', gpk: 'EXPERIMENTS', gsk: name });
const itemOf = (name: string) => encodeFields({ pk: `E#${name}`, sk: 'EXP', name });

describe('indexPage', () => {
  it('goes on after the last entry of the page before', async () => {
    const table = sampleTable();
    const client = mockClient(table.client);
    client
      .on(QueryCommand)
      .resolvesOnce({ Items: ['a', 'b'].map(entryOf).map(encodeFields) })
      .resolvesOnce({ Items: ['b'].map(entryOf).map(encodeFields) });
    const page = (cursor?: string) =>
      indexPage(table, ['experiments'], 'EXPERIMENTS', { limit: 1, ...(cursor && { cursor }) });

    const first = await page();
    const second = await page(first.next);

    expect(first.items).toEqual([entryOf('a')]);
    expect(second).toEqual({ items: [entryOf('b')] });
    expect(client.commandCalls(QueryCommand)[1]!.args[0].input).toMatchObject({
      KeyConditionExpression: '#partition = :partition AND #sort > :above',
      ExpressionAttributeValues: { ':above': { S: 'a' } },
    });
  });

  it.each([0, 1.5, 1_001, Number.NaN])('asks for no page of %d', async (limit) => {
    const table = sampleTable();
    const client = mockClient(table.client);
    const page = indexPage(table, ['experiments'], 'EXPERIMENTS', { limit });
    await expect(page).rejects.toMatchObject({ code: 'records.bad-limit' });
    expect(client.calls()).toHaveLength(0);
  });
});

describe('wholeItems', () => {
  it('gives items in the order of their entries, without those removed meanwhile', async () => {
    const table = sampleTable();
    mockClient(table.client)
      .on(BatchGetItemCommand)
      .resolves({ Responses: { records: ['c', 'a'].map(itemOf) } });
    expect(await wholeItems(table, ['a', 'b', 'c'].map(entryOf))).toEqual(['a', 'c'].map(itemOf));
  });

  it('says that records cannot be had', async () => {
    const table = sampleTable();
    mockClient(table.client).on(BatchGetItemCommand).rejects(fault('ThrottlingException'));
    await expect(wholeItems(table, [entryOf('a')])).rejects.toMatchObject({ code: 'records.unavailable' });
  });
});
