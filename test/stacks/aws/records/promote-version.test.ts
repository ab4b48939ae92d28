import { GetItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { encodeFields } from '../../../../src/stacks/aws/records/attribute-value.ts';
import { encodeItem } from '../../../../src/stacks/aws/records/item.ts';
import { changeKey, releaseKey } from '../../../../src/stacks/aws/records/keys.ts';
import { promoteVersion } from '../../../../src/stacks/aws/records/promote-version.ts';
import type { Release, ReleaseChange } from '../../../../src/tracking/registry.ts';
import { promotionSample } from '../../../conformance/record-store/samples.ts';
import { cancellation, sampleTable } from './sample-table.ts';

const refused = 'ConditionalCheckFailed';
const promotion = promotionSample('m', 2, { expectedSequence: 1 });

describe('promoteVersion', () => {
  it('says that there is no such version', async () => {
    const { table, client } = tableReleasing(1);
    client.on(TransactWriteItemsCommand).rejects(cancellation(refused, 'None', 'None', 'None'));
    await expect(promoteVersion(table, promotion)).rejects.toMatchObject({ code: 'model.version-unknown' });
  });

  it('decides anew when the release moved meanwhile', async () => {
    const { table, client } = tableReleasing(1, 2);
    client.on(TransactWriteItemsCommand).rejects(cancellation('None', refused, refused, 'None'));
    await expect(promoteVersion(table, promotion)).rejects.toMatchObject({ code: 'release.conflict' });
    expect(client.commandCalls(TransactWriteItemsCommand)).toHaveLength(1);
  });

  it('answers its own change when the first answer was lost', async () => {
    const { table, client } = tableReleasing(1, 2);
    client.on(TransactWriteItemsCommand).rejects(cancellation('None', refused, refused, 'None'));
    const repeated = promoteVersion(table, { ...promotion, by: 'run-2' });
    await expect(repeated).resolves.toEqual(releaseAt(2));
  });

  it('writes at another attempt when the first collided', async () => {
    const { table, client } = tableReleasing(1);
    client
      .on(TransactWriteItemsCommand)
      .rejectsOnce(cancellation('None', 'TransactionConflict', 'None', 'None'))
      .resolvesOnce({});
    await expect(promoteVersion(table, promotion)).resolves.toMatchObject({ champion: 2, sequence: 2 });
    expect(table.pauses).toEqual([0]);
  });

  it('refuses a release without the change that made it', async () => {
    const { table, client } = tableReleasing(1);
    client.on(GetItemCommand, { Key: encodeFields(changeKey('m', 1)) }).resolves({});
    await expect(promoteVersion(table, promotion)).rejects.toMatchObject({ code: 'records.malformed-item' });
  });
});

/** A release whose champion has the number of its sequence, made by the run of that number. */
function releaseAt(sequence: number): Release {
  return { v: 1, model: 'm', champion: sequence, sequence, sinceMs: 5 };
}

function changeAt(sequence: number): ReleaseChange {
  const { sinceMs: atMs, ...release } = releaseAt(sequence);
  return { ...release, kind: 'promote', previous: null, atMs, by: `run-${sequence}` };
}

/** A table whose release stands at these sequences, read by read, and at the last from then on. */
function tableReleasing(...sequences: readonly number[]) {
  const table = sampleTable();
  const client = mockClient(table.client);
  const items = sequences.map((sequence) => ({ Item: encodeItem(releaseKey('m'), releaseAt(sequence)) }));
  let reads = client.on(GetItemCommand, { Key: encodeFields(releaseKey('m')) });
  for (const item of items) reads = reads.resolvesOnce(item);
  reads.resolves(items.at(-1)!);
  for (const sequence of sequences) {
    const key = changeKey('m', sequence);
    client.on(GetItemCommand, { Key: encodeFields(key) }).resolves({ Item: encodeItem(key, changeAt(sequence)) });
  }
  return { table, client };
}
