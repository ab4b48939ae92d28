import { GetItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { encodeItem, type Item } from '../../../../src/stacks/aws/records/item.ts';
import { modelKey, registeredKey, versionKey, type Key } from '../../../../src/stacks/aws/records/keys.ts';
import { registerVersion } from '../../../../src/stacks/aws/records/register-version.ts';
import { encodeFields } from '../../../../src/stacks/aws/records/attribute-value.ts';
import { versionSample } from '../../../conformance/record-store/samples.ts';
import { cancellation, sampleTable } from './sample-table.ts';

const given = versionSample();
const model = (latestVersion: number) => encodeItem(modelKey(given.model), { v: 1, latestVersion });
const registered = registeredKey(given.model, given.run, given.stepKey);

describe('registerVersion', () => {
  it('takes the next number when another took its own', async () => {
    const { table, client } = tableWith({ at: modelKey(given.model), items: [model(4), model(5)] });
    client
      .on(TransactWriteItemsCommand)
      .rejectsOnce(cancellation('ConditionalCheckFailed', 'ConditionalCheckFailed', 'None'))
      .resolvesOnce({});
    await expect(registerVersion(table, given)).resolves.toMatchObject({ version: 6 });
    expect(table.pauses).toEqual([0]);
  });

  it('answers the version that this step registered meanwhile', async () => {
    const { table, client } = tableWith({ at: modelKey(given.model), items: [model(4)] });
    const version = { v: 1, version: 5, ...given } as const;
    client
      .on(GetItemCommand, { Key: encodeFields(registered) })
      .resolvesOnce({})
      .resolvesOnce({ Item: encodeItem(registered, { v: 1, version: 5 }) });
    client
      .on(GetItemCommand, { Key: encodeFields(versionKey(given.model, 5)) })
      .resolves({ Item: encodeItem(versionKey(given.model, 5), version) });
    client.on(TransactWriteItemsCommand).rejects(cancellation('None', 'None', 'ConditionalCheckFailed'));
    await expect(registerVersion(table, given)).resolves.toEqual(version);
  });

  it('gives up when it collides for ever', async () => {
    const { table, client } = tableWith({ at: modelKey(given.model), items: [] });
    client.on(TransactWriteItemsCommand).rejects(cancellation('TransactionConflict', 'None', 'None'));
    await expect(registerVersion(table, given)).rejects.toMatchObject({ code: 'records.unavailable' });
  });

  it('refuses a model whose item has no counter', async () => {
    const { table } = tableWith({ at: modelKey(given.model), items: [encodeItem(modelKey(given.model), { v: 1 })] });
    await expect(registerVersion(table, given)).rejects.toMatchObject({ code: 'records.malformed-item' });
  });
});

/** A table that is empty but for what a key holds, read by read. */
function tableWith({ at, items }: { readonly at: Key; readonly items: readonly Item[] }) {
  const table = sampleTable();
  const client = mockClient(table.client);
  client.on(GetItemCommand).resolves({});
  let reads = client.on(GetItemCommand, { Key: encodeFields(at) });
  for (const item of items) reads = reads.resolvesOnce({ Item: item });
  reads.resolves({});
  return { table, client };
}
