import { BatchGetItemCommand, PutItemCommand, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { encodeItem, type Item } from '../../../../src/stacks/aws/records/item.ts';
import { runKey, runsByStart } from '../../../../src/stacks/aws/records/keys.ts';
import { dynamoRuns } from '../../../../src/stacks/aws/records/runs.ts';
import { encodeRunPosition } from '../../../../src/tracking/keys/run-position.ts';
import type { RunRecord } from '../../../../src/tracking/run-record.ts';
import { runSample } from '../../../conformance/record-store/samples.ts';
import { fault } from '../sample-fault.ts';
import { refusal, sampleTable } from './sample-table.ts';

const run = runSample({ experimentId: '7' });
const ending = { status: 'completed', endedAtMs: 9 } as const;

function itemOf(record: RunRecord): Item {
  return encodeItem({ ...runKey(record.id), gpk: runsByStart('7'), gsk: encodeRunPosition(record) }, record);
}

function entryOf(record: RunRecord): Item {
  const { pk, sk, gpk, gsk } = itemOf(record);
  return { pk: pk!, sk: sk!, gpk: gpk!, gsk: gsk! };
}

describe('dynamoRuns', () => {
  it('answers the ending that came first', async () => {
    const table = sampleTable();
    const ended = { ...run, status: 'stopped', endedAtMs: 3 } as const;
    mockClient(table.client)
      .on(UpdateItemCommand)
      .rejects(refusal(itemOf(ended)));
    await expect(dynamoRuns(table).finish(run.id, ending)).resolves.toEqual(ended);
  });

  it('cannot finish what was never created', async () => {
    const table = sampleTable();
    mockClient(table.client).on(UpdateItemCommand).rejects(refusal());
    await expect(dynamoRuns(table).finish(run.id, ending)).rejects.toMatchObject({ code: 'run.unknown' });
  });

  it('does not take a throttled renewal for a run that has ended', async () => {
    const table = sampleTable();
    mockClient(table.client).on(UpdateItemCommand).rejects(fault('ThrottlingException'));
    await expect(dynamoRuns(table).renewLease(run.id, 9)).rejects.toMatchObject({ code: 'records.unavailable' });
  });

  it('finds ids by the keys in the index, without reading a record', async () => {
    const table = sampleTable();
    const client = mockClient(table.client);
    const other = runSample({ experimentId: '7' });
    const partition = (value: string) => ({ ExpressionAttributeValues: { ':partition': { S: value } } });
    const experiment = { pk: { S: 'E#7' }, sk: { S: 'EXP' }, gpk: { S: 'EXPERIMENTS' }, gsk: { S: 'orders' } };
    client.on(QueryCommand, partition('EXPERIMENTS')).resolves({ Items: [experiment] });
    client
      .on(QueryCommand, partition(runsByStart('7')))
      .resolvesOnce({ Items: [entryOf(run)], LastEvaluatedKey: entryOf(run) })
      .resolves({ Items: [entryOf(other)] });

    expect(await dynamoRuns(table).idsBeginning(run.id.slice(0, 9))).toEqual([run.id]);
    expect(await dynamoRuns(table).idsBeginning('z')).toEqual([]);
    expect(client.calls().every(({ args: [command] }) => command instanceof QueryCommand)).toBe(true);
  });

  it('sends nothing of a record that is too large', async () => {
    const table = sampleTable();
    const client = mockClient(table.client);
    const created = dynamoRuns(table).create({ ...run, parameters: { note: 'x'.repeat(500_000) } });
    await expect(created).rejects.toMatchObject({ code: 'records.item-too-large' });
    expect(client.commandCalls(PutItemCommand)).toHaveLength(0);
  });

  it('lists runs in the order of the index, without those removed meanwhile', async () => {
    const table = sampleTable();
    const client = mockClient(table.client);
    const [first, removed, last] = [5, 4, 3].map((startedAtMs) => runSample({ experimentId: '7', startedAtMs }));
    client.on(QueryCommand).resolves({ Items: [first!, removed!, last!].map(entryOf) });
    client.on(BatchGetItemCommand).resolves({ Responses: { records: [itemOf(last!), itemOf(first!)] } });
    await expect(dynamoRuns(table).list('7', { limit: 9 })).resolves.toEqual({ items: [first, last] });
  });
});
